import java.io.FileInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Counts what is checked in each file against PDF/A-2a and PDF/UA-1, and prints each fault on a line. */
class Conformance {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            for (PDFAFlavour flavour : new PDFAFlavour[] {PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1}) {
                try (var stream = new FileInputStream(file);
                        var parser = Foundries.defaultInstance().createParser(stream, flavour);
                        var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                    var result = validator.validate(parser);
                    System.out.println(file + " " + flavour + " " + result.getTotalAssertions() + " checks");
                    for (TestAssertion fault : result.getTestAssertions()) {
                        System.out.println("FAULT " + file + " " + flavour + " " + fault.getRuleId().getClause() + " " + fault.getMessage());
                    }
                }
            }
        }
    }
}
