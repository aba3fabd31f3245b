<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_US" sourcelanguage="en_US">
    <context>
        <name>HTPM Studio</name>
        <message>
            <source> and {rest} more</source>
            <translation> y {rest} más</translation>
        </message>
        <message>
            <source>"{address}" is not the address of a scheduler.</source>
            <translation>“{address}” no es la dirección de un planificador.</translation>
        </message>
        <message>
            <source>"{column}" is longer than {max_cell} characters.</source>
            <translation>“{column}” tiene más de {max_cell} caracteres.</translation>
        </message>
        <message>
            <source>"{file}" already has a record in line {first}.</source>
            <translation>“{file}” ya tiene una ficha, en la línea {first}.</translation>
        </message>
        <message>
            <source>"{id}" cannot be the id of a template.</source>
            <translation>“{id}” no puede ser el id de una plantilla.</translation>
        </message>
        <message>
            <source>"{name}" is longer than {max_cell} characters.</source>
            <translation>“{name}” tiene más de {max_cell} caracteres.</translation>
        </message>
        <message>
            <source>"{name}" is not what a column can be.</source>
            <translation>«{name}» no es algo que una columna pueda ser.</translation>
        </message>
        <message>
            <source>"{shown}" is not a color.</source>
            <translation>“{shown}” no es un color.</translation>
        </message>
        <message>
            <source>"{size}" in "{key}" is not a page size{near}</source>
            <translation>“{size}” en “{key}” no es un tamaño de página{near}</translation>
        </message>
        <message>
            <source>"{text}" does not say when a week is.</source>
            <translation>“{text}” no dice cuándo es una semana.</translation>
        </message>
        <message>
            <source>"{text}" is no web address.</source>
            <translation>«{text}» no es una dirección web.</translation>
        </message>
        <message>
            <source>"{text}" is not a date.</source>
            <translation>“{text}” no es una fecha.</translation>
        </message>
        <message>
            <source>"{week}" is not a week.</source>
            <translation>“{week}” no es una semana.</translation>
        </message>
        <message>
            <source>"{word}" does not say whether the name is beside the logo.</source>
            <translation>“{word}” no dice si el nombre va junto al logotipo.</translation>
        </message>
        <message>
            <source>"{word}" is not the name of a field.</source>
            <translation>“{word}” no es el nombre de un campo.</translation>
        </message>
        <message>
            <source>#{tag} is hard to read aloud.</source>
            <translation>#{tag} es difícil de leer en voz alta.</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>&amp;Copiar</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Edición</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Archivo</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>A&amp;yuda</translation>
        </message>
        <message>
            <source>&amp;Kit</source>
            <translation>&amp;Kit</translation>
        </message>
        <message>
            <source>&amp;Paste</source>
            <translation>&amp;Pegar</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ver</translation>
        </message>
        <message>
            <source>--scheduler needs the library Dask distributed, which is not installed and not part of the downloads.</source>
            <translation>--scheduler necesita la biblioteca Dask distributed, que no está instalada ni forma parte de las descargas.</translation>
        </message>
        <message>
            <source>1 certificate, also in the next export. The name is never saved in the kit file.</source>
            <translation>1 constancia, también en la próxima exportación. El nombre nunca se guarda en el archivo del kit.</translation>
        </message>
        <message>
            <source>1 copy</source>
            <translation>1 copia</translation>
        </message>
        <message>
            <source>1 file</source>
            <translation>1 archivo</translation>
        </message>
        <message>
            <source>1 file could not be used.</source>
            <translation>1 archivo no se pudo usar.</translation>
        </message>
        <message>
            <source>1 file of your templates is not used.</source>
            <translation>1 archivo de sus plantillas no se usa.</translation>
        </message>
        <message>
            <source>1 kit is ready: {folder}</source>
            <translation>1 kit está listo: {folder}</translation>
        </message>
        <message>
            <source>1 minute ahead</source>
            <translation>1 minuto de adelanto</translation>
        </message>
        <message>
            <source>1 minute behind</source>
            <translation>1 minuto de retraso</translation>
        </message>
        <message>
            <source>1 of your templates is in use.</source>
            <translation>Se usa 1 de sus plantillas.</translation>
        </message>
        <message>
            <source>1 of {count} layouts is used.</source>
            <translation>Se usa 1 de {count} diseños de diapositiva.</translation>
        </message>
        <message>
            <source>1 partner kit has not been made yet.</source>
            <translation>Falta 1 kit para una organización aliada.</translation>
        </message>
        <message>
            <source>1 photo is not placed yet. Put it in the kit…</source>
            <translation>1 foto aún no tiene lugar. Ponerla en el kit…</translation>
        </message>
        <message>
            <source>1 picture of people is not included in these kits.</source>
            <translation>1 imagen de personas no se incluye en estos kits.</translation>
        </message>
        <message>
            <source>1 piece</source>
            <translation>1 pieza</translation>
        </message>
        <message>
            <source>1 ream of {stock} ({sheets})</source>
            <translation>1 resma de {stock} ({sheets})</translation>
        </message>
        <message>
            <source>1 row</source>
            <translation>1 fila</translation>
        </message>
        <message>
            <source>1 row, ready</source>
            <translation>1 fila, lista</translation>
        </message>
        <message>
            <source>1 second</source>
            <translation>1 segundo</translation>
        </message>
        <message>
            <source>1 sheet</source>
            <translation>1 hoja</translation>
        </message>
        <message>
            <source>1 word</source>
            <translation>1 palabra</translation>
        </message>
        <message>
            <source>1-888-373-7888, text 233733, humantraffickinghotline.org</source>
            <translation>1-888-373-7888, mensajes al 233733, humantraffickinghotline.org</translation>
        </message>
        <message>
            <source>; did you mean "{name}"?</source>
            <translation>; ¿quiso decir “{name}”?</translation>
        </message>
        <message>
            <source>; write one of {names}.</source>
            <translation>; escriba uno de estos: {names}.</translation>
        </message>
        <message>
            <source>&lt;b&gt;Nothing is lost.&lt;/b&gt; {where}</source>
            <translation>&lt;b&gt;No se pierde nada.&lt;/b&gt; {where}</translation>
        </message>
        <message>
            <source>&lt;template&gt; needs the attribute "{key}".</source>
            <translation>&lt;template&gt; necesita el atributo “{key}”.</translation>
        </message>
        <message>
            <source>&lt;{tag}&gt; has no attribute "{key}"{near}</source>
            <translation>&lt;{tag}&gt; no tiene el atributo “{key}”{near}</translation>
        </message>
        <message>
            <source>A PowerPoint template for talks of your own</source>
            <translation>Una plantilla de PowerPoint para sus propias presentaciones</translation>
        </message>
        <message>
            <source>A TTF, OTF or WOFF2 file: drop it on a row. It travels with the kit and the brand file.</source>
            <translation>Un archivo TTF, OTF o WOFF2: suéltelo en una fila. Va con el kit y con el archivo de marca.</translation>
        </message>
        <message>
            <source>A box is left, top, right, bottom in points and lies on the page.</source>
            <translation>Un recuadro se escribe izquierda, arriba, derecha, abajo, en puntos, y queda dentro de la página.</translation>
        </message>
        <message>
            <source>A campaign pack is much smaller.</source>
            <translation>Un paquete de campaña es mucho más pequeño.</translation>
        </message>
        <message>
            <source>A card sheet needs at least one card.</source>
            <translation>Una hoja de tarjetas necesita al menos una tarjeta.</translation>
        </message>
        <message>
            <source>A child</source>
            <translation>Un niño o una niña</translation>
        </message>
        <message>
            <source>A child's guardian must agree.</source>
            <translation>El tutor del menor debe estar de acuerdo.</translation>
        </message>
        <message>
            <source>A close-up has one person, whose body is a bust.</source>
            <translation>Un retrato tiene una sola persona, y su cuerpo es un busto.</translation>
        </message>
        <message>
            <source>A day is written with {day} and {month}.</source>
            <translation>Un día se escribe con {day} y {month}.</translation>
        </message>
        <message>
            <source>A denied application can lead to removal proceedings.</source>
            <translation>Una solicitud negada puede llevar a un proceso de deportación.</translation>
        </message>
        <message>
            <source>A document type is not allowed here.</source>
            <translation>Aquí no se permite un tipo de documento.</translation>
        </message>
        <message>
            <source>A drawing has no &lt;{tag}&gt;.</source>
            <translation>Un dibujo no tiene &lt;{tag}&gt;.</translation>
        </message>
        <message>
            <source>A file of {name} is open in another program, so the new kit is in {folder}. Close it, then try again.</source>
            <translation>Un archivo de {name} está abierto en otro programa; por eso el kit nuevo está en {folder}. Ciérrelo y vuelva a intentarlo.</translation>
        </message>
        <message>
            <source>A finished kit</source>
            <translation>Un kit terminado</translation>
        </message>
        <message>
            <source>A group is placed as in translate(10 20) scale(1.5).</source>
            <translation>Un grupo se coloca así: translate(10 20) scale(1.5).</translation>
        </message>
        <message>
            <source>A guardian agrees</source>
            <translation>El tutor legal da su consentimiento</translation>
        </message>
        <message>
            <source>A hashtag is listed twice.</source>
            <translation>Un hashtag aparece dos veces.</translation>
        </message>
        <message>
            <source>A head is cut off: {sizes}.</source>
            <translation>Se corta una cabeza: {sizes}.</translation>
        </message>
        <message>
            <source>A helpline's {kind} in it is wrong. The right one is {right}.</source>
            <translation>Lo que dice en lugar de {kind} de una línea de ayuda no es correcto. Lo correcto es {right}.</translation>
        </message>
        <message>
            <source>A kit holds {count} pictures. Remove one first.</source>
            <translation>Un kit admite {count} imágenes. Quite una primero.</translation>
        </message>
        <message>
            <source>A kit is one file. Copy it to a USB drive; the program never needs the internet.</source>
            <translation>Un kit es un solo archivo. Cópielo a una memoria USB; el programa nunca necesita internet.</translation>
        </message>
        <message>
            <source>A label of a post.</source>
            <translation>Una etiqueta de una publicación.</translation>
        </message>
        <message>
            <source>A language needs campaign.toml and its weeks.</source>
            <translation>Un idioma necesita campaign.toml y sus semanas.</translation>
        </message>
        <message>
            <source>A layout for new slides has one page, and fields to fill in.</source>
            <translation>Un diseño para diapositivas nuevas tiene una página y campos para llenar.</translation>
        </message>
        <message>
            <source>A layout for new slides needs sample text.</source>
            <translation>Un diseño para diapositivas nuevas necesita texto de muestra.</translation>
        </message>
        <message>
            <source>A licensed model</source>
            <translation>Modelo con licencia</translation>
        </message>
        <message>
            <source>A list of names</source>
            <translation>Una lista de nombres</translation>
        </message>
        <message>
            <source>A list of names says in each which field a name fills; nothing else has each or training.</source>
            <translation>Una lista de nombres dice en each qué campo llena un nombre; nada más tiene each o training.</translation>
        </message>
        <message>
            <source>A logo is safe inside the green lines in every app.</source>
            <translation>Dentro de las líneas verdes el logotipo está seguro en cada aplicación.</translation>
        </message>
        <message>
            <source>A minor cannot consent to commercial sex.</source>
            <translation>Un menor no puede dar su consentimiento para un acto sexual comercial.</translation>
        </message>
        <message>
            <source>A name of the list cannot be shown as it is written.</source>
            <translation>Un nombre de la lista no se puede mostrar como está escrito.</translation>
        </message>
        <message>
            <source>A name, value or text is longer than {most} letters.</source>
            <translation>Un nombre, valor o texto tiene más de {most} letras.</translation>
        </message>
        <message>
            <source>A new kit with the brand of {name}.</source>
            <translation>Un kit nuevo con la marca de {name}.</translation>
        </message>
        <message>
            <source>A number needs its source and year.</source>
            <translation>Un número necesita su fuente y su año.</translation>
        </message>
        <message>
            <source>A number or address here is almost the hotline's. It must not be passed on.</source>
            <translation>Un número o una dirección es casi el de la línea de ayuda. No se debe difundir.</translation>
        </message>
        <message>
            <source>A number or an address was almost the hotline's. It was put right, or what shows it was left out of this kit.</source>
            <translation>Un número o una dirección era casi el de la línea de ayuda. Se corrigió, o lo que lo muestra quedó fuera de este kit.</translation>
        </message>
        <message>
            <source>A pack does not contain this kind of file.</source>
            <translation>Un paquete no contiene este tipo de archivo.</translation>
        </message>
        <message>
            <source>A pack is a folder that contains pack.toml.</source>
            <translation>Un paquete es una carpeta que contiene pack.toml.</translation>
        </message>
        <message>
            <source>A pack needs it.</source>
            <translation>Un paquete lo necesita.</translation>
        </message>
        <message>
            <source>A page cannot be its own back.</source>
            <translation>Una página no puede ser su propio reverso.</translation>
        </message>
        <message>
            <source>A page size has at most {most} areas and programs.</source>
            <translation>Un tamaño de página tiene como máximo {most} zonas y programas.</translation>
        </message>
        <message>
            <source>A page with a ruler shows whether the printer keeps the real size.</source>
            <translation>Una página con una regla muestra si la impresora respeta el tamaño real.</translation>
        </message>
        <message>
            <source>A paragraph among the things to do.</source>
            <translation>Un párrafo entre las cosas que se pueden hacer.</translation>
        </message>
        <message>
            <source>A partner's logo</source>
            <translation>El logotipo de un socio</translation>
        </message>
        <message>
            <source>A person can be recognized, but consent is missing. A drawing is used instead.</source>
            <translation>Se puede reconocer a una persona y falta el consentimiento. En su lugar se usa un dibujo.</translation>
        </message>
        <message>
            <source>A photo</source>
            <translation>Una foto</translation>
        </message>
        <message>
            <source>A photo is damaged or missing in the kit file and was left out.</source>
            <translation>Una foto está dañada o falta en el archivo del kit y se omitió.</translation>
        </message>
        <message>
            <source>A photo without a description: screen readers say “{words}” It appears in: {places}.</source>
            <translation>Una foto sin descripción: los lectores de pantalla dicen “{words}” Aparece en: {places}.</translation>
        </message>
        <message>
            <source>A picture cannot be read.</source>
            <translation>No se puede leer una imagen.</translation>
        </message>
        <message>
            <source>A picture cannot be reduced below {max_bytes} bytes and stay recognizable.</source>
            <translation>Una imagen no puede reducirse a menos de {max_bytes} bytes y seguir siendo reconocible.</translation>
        </message>
        <message>
            <source>A picture inside {name}</source>
            <translation>Una imagen dentro de {name}</translation>
        </message>
        <message>
            <source>A picture is too large to draw.</source>
            <translation>Una imagen es demasiado grande para dibujarla.</translation>
        </message>
        <message>
            <source>A piece for bystanders or professionals that suddenly speaks to a person at risk reaches neither of them, and carries a safety line that does not fit.</source>
            <translation>Un material para quienes observan o para profesionales que de pronto habla a una persona en riesgo no llega a nadie, y lleva una frase de seguridad que no le sirve.</translation>
        </message>
        <message>
            <source>A piece has a [[file]] if it is printed, and none if it is not.</source>
            <translation>Una pieza tiene un [[file]] si se imprime, y ninguno si no se imprime.</translation>
        </message>
        <message>
            <source>A piece is in the folder of its medium.</source>
            <translation>Cada pieza va en la carpeta de su medio.</translation>
        </message>
        <message>
            <source>A piece of {medium} cannot take {name}.</source>
            <translation>Una pieza de {medium} no puede tomar {name}.</translation>
        </message>
        <message>
            <source>A piece takes a text, a list or an entry, one of the three.</source>
            <translation>Una pieza toma un texto (text), una lista (list) o una entrada (entry), solo una de las tres.</translation>
        </message>
        <message>
            <source>A piece that takes {name} cannot lie on a sheet.</source>
            <translation>Una pieza que toma {name} no puede ir en una hoja.</translation>
        </message>
        <message>
            <source>A piece that takes {name} has one page in each file.</source>
            <translation>Una pieza que toma {name} tiene una página en cada archivo.</translation>
        </message>
        <message>
            <source>A piece that takes {name} is in one language.</source>
            <translation>Una pieza que toma {name} está en un idioma.</translation>
        </message>
        <message>
            <source>A place needs tab and name, or same_as with the place that it belongs to.</source>
            <translation>Un lugar necesita tab y name, o same_as con el lugar al que pertenece.</translation>
        </message>
        <message>
            <source>A post for people at risk has no hashtags.</source>
            <translation>Una publicación para personas en riesgo no lleva etiquetas.</translation>
        </message>
        <message>
            <source>A post with a text for each network has no other.</source>
            <translation>Una publicación con un texto para cada red no tiene otro.</translation>
        </message>
        <message>
            <source>A quotation mark (") is missing at the end of one of its cells.</source>
            <translation>Falta una comilla (") al final de una de sus celdas.</translation>
        </message>
        <message>
            <source>A resource with an address needs no site to search.</source>
            <translation>Un recurso con dirección no necesita un sitio donde buscarlo.</translation>
        </message>
        <message>
            <source>A scene has people or things.</source>
            <translation>Una escena tiene personas o cosas.</translation>
        </message>
        <message>
            <source>A screen reader already announces a picture, and a file name says nothing about it.</source>
            <translation>Un lector de pantalla ya anuncia que es una imagen, y un nombre de archivo no dice nada de ella.</translation>
        </message>
        <message>
            <source>A screen reader reads #EndTrafficking word by word.</source>
            <translation>Un lector de pantalla lee #EndTrafficking palabra por palabra.</translation>
        </message>
        <message>
            <source>A second copy of each deck, without art</source>
            <translation>Una segunda copia de cada presentación, sin dibujos</translation>
        </message>
        <message>
            <source>A series has two values or more, each with a label of its own and above zero.</source>
            <translation>Una serie tiene dos valores o más, cada uno con su propia etiqueta y mayor que cero.</translation>
        </message>
        <message>
            <source>A setting has the two groups back and front, and nothing else.</source>
            <translation>Un lugar tiene los dos grupos back y front, y nada más.</translation>
        </message>
        <message>
            <source>A shadow needs three corners or more.</source>
            <translation>Una sombra necesita tres esquinas o más.</translation>
        </message>
        <message>
            <source>A shape has no {name}.</source>
            <translation>Una forma no tiene {name}.</translation>
        </message>
        <message>
            <source>A shape of a tile is empty, or reaches too far.</source>
            <translation>Una forma de un mosaico está vacía o llega demasiado lejos.</translation>
        </message>
        <message>
            <source>A short version is made from its own sentences.</source>
            <translation>Se hace una versión corta con sus propias frases.</translation>
        </message>
        <message>
            <source>A single day needs its day.</source>
            <translation>Un solo día necesita su fecha.</translation>
        </message>
        <message>
            <source>A slide cannot take {minutes} minutes.</source>
            <translation>Una diapositiva no puede durar {minutes} minutos.</translation>
        </message>
        <message>
            <source>A slide has no form fields.</source>
            <translation>Una diapositiva no tiene campos de formulario.</translation>
        </message>
        <message>
            <source>A story may point to a person. Ask for the record of consent, or make it a composite and say so.</source>
            <translation>Una historia puede señalar a una persona. Pida el registro de consentimiento, o haga una historia compuesta y dígalo.</translation>
        </message>
        <message>
            <source>A table as CSV or Excel file, as you have it. Next, you see what each column was taken for.</source>
            <translation>Una tabla en CSV o Excel, tal como la tiene. Después verá qué se entendió de cada columna.</translation>
        </message>
        <message>
            <source>A template contains exactly one &lt;column&gt; or &lt;row&gt;.</source>
            <translation>Una plantilla contiene exactamente un &lt;column&gt; o &lt;row&gt;.</translation>
        </message>
        <message>
            <source>A text for people at risk has an address.</source>
            <translation>Un texto para personas en riesgo tiene una dirección.</translation>
        </message>
        <message>
            <source>A text must be one line of at most {most} letters.</source>
            <translation>Un texto debe ocupar una sola línea de como máximo {most} letras.</translation>
        </message>
        <message>
            <source>A tile has 1 to {most} shapes with {steps} steps at most.</source>
            <translation>Un mosaico tiene de 1 a {most} formas con {steps} pasos como máximo.</translation>
        </message>
        <message>
            <source>A tile has no &lt;{tag}&gt;.</source>
            <translation>Un mosaico no tiene &lt;{tag}&gt;.</translation>
        </message>
        <message>
            <source>A tile is a square.</source>
            <translation>Un mosaico es un cuadrado.</translation>
        </message>
        <message>
            <source>A title without text among the things to do.</source>
            <translation>Un título sin texto entre las cosas que se pueden hacer.</translation>
        </message>
        <message>
            <source>A virus scanner or a program that keeps folders in step may have done it. What was there before is kept. Try again, or choose another folder.</source>
            <translation>Quizás fue un antivirus o un programa que sincroniza carpetas. Lo que había antes se conserva. Inténtelo de nuevo o elija otra carpeta.</translation>
        </message>
        <message>
            <source>A word in the name or the description of a photo needs a look.</source>
            <translation>Una palabra en el nombre o en la descripción de una foto necesita revisión.</translation>
        </message>
        <message>
            <source>A worker of the cluster could not do its work ({why}).</source>
            <translation>Un equipo del clúster no pudo hacer su trabajo ({why}).</translation>
        </message>
        <message>
            <source>A worker of the cluster has {other}.</source>
            <translation>Un equipo del clúster tiene {other}.</translation>
        </message>
        <message>
            <source>A wrong number leaves somebody without help.</source>
            <translation>Un número equivocado deja a alguien sin ayuda.</translation>
        </message>
        <message>
            <source>A wrong number leaves somebody without help. Digits are compared, so any grouping is right.</source>
            <translation>Un número equivocado deja a alguien sin ayuda. Se comparan las cifras; cualquier agrupación vale.</translation>
        </message>
        <message>
            <source>A4</source>
            <translation>A4</translation>
        </message>
        <message>
            <source>About</source>
            <translation>Acerca de</translation>
        </message>
        <message>
            <source>About HTPM Studio</source>
            <translation>Acerca de HTPM Studio</translation>
        </message>
        <message>
            <source>About this picture</source>
            <translation>Sobre esta imagen</translation>
        </message>
        <message>
            <source>About {time} left. {label}</source>
            <translation>Quedan unos {time}. {label}</translation>
        </message>
        <message>
            <source>About {time}, {size}</source>
            <translation>Unos {time}, {size}</translation>
        </message>
        <message>
            <source>Accents, lines, numbers</source>
            <translation>Acentos, líneas, números</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>Acción</translation>
        </message>
        <message>
            <source>Add --org "Name of your organization".</source>
            <translation>Escriba el nombre de su organización.</translation>
        </message>
        <message>
            <source>Add [[people]] or [[props]].</source>
            <translation>Agregue [[people]] o [[props]].</translation>
        </message>
        <message>
            <source>Add [page.{name}].</source>
            <translation>Agregue [page.{name}].</translation>
        </message>
        <message>
            <source>Add [sample.en].</source>
            <translation>Agregue [sample.en].</translation>
        </message>
        <message>
            <source>Add a face</source>
            <translation>Agregar una cara</translation>
        </message>
        <message>
            <source>Add a headline.</source>
            <translation>Agregue un título.</translation>
        </message>
        <message>
            <source>Add a logo…</source>
            <translation>Agregar un logotipo…</translation>
        </message>
        <message>
            <source>Add a name</source>
            <translation>Agregar un nombre</translation>
        </message>
        <message>
            <source>Add a new slide there instead.</source>
            <translation>Agregue allí una diapositiva nueva.</translation>
        </message>
        <message>
            <source>Add a piece</source>
            <translation>Agregar una pieza</translation>
        </message>
        <message>
            <source>Add a row</source>
            <translation>Agregar una fila</translation>
        </message>
        <message>
            <source>Add a slide</source>
            <translation>Agregar una diapositiva</translation>
        </message>
        <message>
            <source>Add a slide or change one, then try again.</source>
            <translation>Agregue una diapositiva o cambie una e inténtelo de nuevo.</translation>
        </message>
        <message>
            <source>Add it to [page.{page}.content].</source>
            <translation>Agréguelo en [page.{page}.content].</translation>
        </message>
        <message>
            <source>Add it to the description</source>
            <translation>Agregarlo a la descripción</translation>
        </message>
        <message>
            <source>Add it with --photo, or remove the row.</source>
            <translation>Agréguela o quite la fila.</translation>
        </message>
        <message>
            <source>Add it with ? to the fields of a page.</source>
            <translation>Agréguelo con ? a los campos (fields) de una página.</translation>
        </message>
        <message>
            <source>Add one with layout deck/help by slide 5.</source>
            <translation>Agregue una con el diseño deck/help entre las cinco primeras.</translation>
        </message>
        <message>
            <source>Add one with layout deck/help.</source>
            <translation>Agregue una con el diseño deck/help.</translation>
        </message>
        <message>
            <source>Add one with layout deck/notice.</source>
            <translation>Agregue una con el diseño deck/notice.</translation>
        </message>
        <message>
            <source>Add partner</source>
            <translation>Agregar aliado</translation>
        </message>
        <message>
            <source>Add pictures</source>
            <translation>Agregar imágenes</translation>
        </message>
        <message>
            <source>Add pictures from a folder</source>
            <translation>Agregar las imágenes de una carpeta</translation>
        </message>
        <message>
            <source>Add that to canvases, or give the template another id.</source>
            <translation>Agregue eso a canvases, o dé otro id a la plantilla.</translation>
        </message>
        <message>
            <source>Add the digits</source>
            <translation>Agregar las cifras</translation>
        </message>
        <message>
            <source>Add the font</source>
            <translation>Agregar la fuente</translation>
        </message>
        <message>
            <source>Add the font again on the brand page.</source>
            <translation>Agregue la fuente otra vez en la página de la marca.</translation>
        </message>
        <message>
            <source>Add the logo</source>
            <translation>Agregar el logotipo</translation>
        </message>
        <message>
            <source>Add the logo again.</source>
            <translation>Agregue el logotipo de nuevo.</translation>
        </message>
        <message>
            <source>Add the original picture again.</source>
            <translation>Agregue de nuevo la imagen original.</translation>
        </message>
        <message>
            <source>Add the photo</source>
            <translation>Agregar la foto</translation>
        </message>
        <message>
            <source>Add the photo again.</source>
            <translation>Agregue la foto de nuevo.</translation>
        </message>
        <message>
            <source>Add the pictures in this folder</source>
            <translation>Agregar las imágenes de esta carpeta</translation>
        </message>
        <message>
            <source>Add the two lines</source>
            <translation>Agregar las dos líneas</translation>
        </message>
        <message>
            <source>Add to pictures</source>
            <translation>Agregar a las imágenes</translation>
        </message>
        <message>
            <source>Add url, or write status = "unknown".</source>
            <translation>Agregue url o escriba status = "unknown".</translation>
        </message>
        <message>
            <source>Add your name</source>
            <translation>Agregar su nombre</translation>
        </message>
        <message>
            <source>Added to {count} other weeks.</source>
            <translation>Se agregó a otras {count} semanas.</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Dirección</translation>
        </message>
        <message>
            <source>After a crash, your kit reopens as it was. The kit file is saved automatically.</source>
            <translation>Tras un cierre inesperado, su kit se abre como estaba. El archivo del kit se guarda automáticamente.</translation>
        </message>
        <message>
            <source>Ahead of time</source>
            <translation>Por adelantado</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Todo</translation>
        </message>
        <message>
            <source>All checked</source>
            <translation>Todo revisado</translation>
        </message>
        <message>
            <source>All designs are in {name}.</source>
            <translation>Todos los diseños están en {name}.</translation>
        </message>
        <message>
            <source>All doors</source>
            <translation>Todas las puertas</translation>
        </message>
        <message>
            <source>All files are still in {folder}, and your edits are saved.</source>
            <translation>Todos los archivos siguen en {folder} y sus cambios están guardados.</translation>
        </message>
        <message>
            <source>All finished files were removed.</source>
            <translation>Se eliminaron todos los archivos terminados.</translation>
        </message>
        <message>
            <source>All networks</source>
            <translation>Todas las redes</translation>
        </message>
        <message>
            <source>All of your templates can be used.</source>
            <translation>Se pueden usar todas sus plantillas.</translation>
        </message>
        <message>
            <source>All of {month}</source>
            <translation>Todo {month}</translation>
        </message>
        <message>
            <source>All other text</source>
            <translation>El resto del texto</translation>
        </message>
        <message>
            <source>All others: {stock}.</source>
            <translation>Todo lo demás: {stock}.</translation>
        </message>
        <message>
            <source>All partners as pictures</source>
            <translation>Todas las organizaciones aliadas en imágenes</translation>
        </message>
        <message>
            <source>All pictures</source>
            <translation>Todas las imágenes</translation>
        </message>
        <message>
            <source>All posts are scheduled for {time}.</source>
            <translation>Todas las publicaciones están programadas para las {time}.</translation>
        </message>
        <message>
            <source>All safety copies were removed.</source>
            <translation>Se eliminaron todas las copias de seguridad.</translation>
        </message>
        <message>
            <source>All sizes</source>
            <translation>Todos los tamaños</translation>
        </message>
        <message>
            <source>All slides</source>
            <translation>Todas las diapositivas</translation>
        </message>
        <message>
            <source>All slides of a deck must have the same size.</source>
            <translation>Todas las diapositivas de una presentación deben tener el mismo tamaño.</translation>
        </message>
        <message>
            <source>All text is readable on these colors.</source>
            <translation>Todos los textos se leen bien sobre estos colores.</translation>
        </message>
        <message>
            <source>All weeks</source>
            <translation>Todas las semanas</translation>
        </message>
        <message>
            <source>All words</source>
            <translation>Todas las palabras</translation>
        </message>
        <message>
            <source>All words of the piece</source>
            <translation>Todas las palabras de la pieza</translation>
        </message>
        <message>
            <source>All your steps are saved on this computer.</source>
            <translation>Todos sus pasos están guardados en esta computadora.</translation>
        </message>
        <message>
            <source>All {count}</source>
            <translation>Todo: {count}</translation>
        </message>
        <message>
            <source>All {count} weeks</source>
            <translation>Las {count} semanas</translation>
        </message>
        <message>
            <source>Allow a larger file.</source>
            <translation>Permita un archivo más grande.</translation>
        </message>
        <message>
            <source>Almost done.</source>
            <translation>Casi listo.</translation>
        </message>
        <message>
            <source>Already done</source>
            <translation>Ya hecho</translation>
        </message>
        <message>
            <source>Also forgets the steps of kits that are closed.</source>
            <translation>También olvida los pasos de los kits cerrados.</translation>
        </message>
        <message>
            <source>Also in 1 other piece</source>
            <translation>También en 1 pieza más</translation>
        </message>
        <message>
            <source>Also in {count} other pieces</source>
            <translation>También en {count} piezas más</translation>
        </message>
        <message>
            <source>Alt and an arrow key move the post. Space goes to the next post.</source>
            <translation>Alt y una flecha mueven la publicación. La barra espaciadora va a la siguiente.</translation>
        </message>
        <message>
            <source>Always</source>
            <translation>Siempre</translation>
        </message>
        <message>
            <source>An SVG picture cannot be drawn.</source>
            <translation>No se puede dibujar una imagen SVG.</translation>
        </message>
        <message>
            <source>An address counts as 23 characters, an emoji as 2.</source>
            <translation>Una dirección cuenta como 23 caracteres y un emoji como 2.</translation>
        </message>
        <message>
            <source>An address or a hashtag comes before the last part of the thread.</source>
            <translation>Hay una dirección o una etiqueta antes de la última parte del hilo.</translation>
        </message>
        <message>
            <source>An address or hashtag alone.</source>
            <translation>Una dirección o un hashtag sin más.</translation>
        </message>
        <message>
            <source>An address whose status is unknown is not printed.</source>
            <translation>Una dirección de estado desconocido no se imprime.</translation>
        </message>
        <message>
            <source>And {count} more mistakes.</source>
            <translation>Y {count} errores más.</translation>
        </message>
        <message>
            <source>Another file…</source>
            <translation>Otro archivo…</translation>
        </message>
        <message>
            <source>Another folder…</source>
            <translation>Otra carpeta…</translation>
        </message>
        <message>
            <source>Another slide of this deck has the title “{title}” too.</source>
            <translation>Otra diapositiva de esta presentación también se titula “{title}”.</translation>
        </message>
        <message>
            <source>Another window or command is writing {name} right now.</source>
            <translation>Otra ventana u otro comando está escribiendo {name} en este momento.</translation>
        </message>
        <message>
            <source>Another year's toolkit</source>
            <translation>El kit de materiales de otro año</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Respuesta</translation>
        </message>
        <message>
            <source>Answer {number} of {count} is shown</source>
            <translation>Se muestra la respuesta {number} de {count}</translation>
        </message>
        <message>
            <source>Arrows move it, plus and minus size it, Delete takes it away.</source>
            <translation>Las flechas la mueven, más y menos cambian el tamaño y Supr la quita.</translation>
        </message>
        <message>
            <source>As in the kit</source>
            <translation>Como en el kit</translation>
        </message>
        <message>
            <source>As it was found</source>
            <translation>Como se encontró</translation>
        </message>
        <message>
            <source>As others see it</source>
            <translation>Como lo ven los demás</translation>
        </message>
        <message>
            <source>As text on paper, the main color was too faint ({ratio} : 1). {color} is used there instead.</source>
            <translation>Como texto sobre papel, el color principal se leía mal ({ratio} : 1). Allí se usa {color}.</translation>
        </message>
        <message>
            <source>Ask again, or use another picture.</source>
            <translation>Pregunte otra vez o use otra imagen.</translation>
        </message>
        <message>
            <source>Ask for the Word file, or choose another document.</source>
            <translation>Pida el archivo de Word o elija otro documento.</translation>
        </message>
        <message>
            <source>Ask for the Word file.</source>
            <translation>Pida el archivo de Word.</translation>
        </message>
        <message>
            <source>Ask for the file again.</source>
            <translation>Pida el archivo otra vez.</translation>
        </message>
        <message>
            <source>Ask the maker for a license for documents, or choose another font.</source>
            <translation>Pida a su autor una licencia para documentos o elija otra fuente.</translation>
        </message>
        <message>
            <source>Ask yourself</source>
            <translation>Pregúntese</translation>
        </message>
        <message>
            <source>Ask yourself: {question}</source>
            <translation>Pregúntese: {question}</translation>
        </message>
        <message>
            <source>At most {most} points fit here.</source>
            <translation>Aquí caben como máximo {most} puntos.</translation>
        </message>
        <message>
            <source>Automatically</source>
            <translation>Automáticamente</translation>
        </message>
        <message>
            <source>Available: {what}.</source>
            <translation>Disponible: {what}.</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>Back in one minute</source>
            <translation>Volvemos en un minuto</translation>
        </message>
        <message>
            <source>Back in the kit.</source>
            <translation>De vuelta en el kit.</translation>
        </message>
        <message>
            <source>Back in {number} minutes</source>
            <translation>Volvemos en {number} minutos</translation>
        </message>
        <message>
            <source>Back of the sheet</source>
            <translation>Reverso de la hoja</translation>
        </message>
        <message>
            <source>Back to board</source>
            <translation>Volver al tablero</translation>
        </message>
        <message>
            <source>Back to logo color</source>
            <translation>Volver al color del logotipo</translation>
        </message>
        <message>
            <source>Back to the board</source>
            <translation>Volver al tablero</translation>
        </message>
        <message>
            <source>Back to the kit version</source>
            <translation>Volver a la versión del kit</translation>
        </message>
        <message>
            <source>Back to the kit's logo size</source>
            <translation>Volver al tamaño del logotipo del kit</translation>
        </message>
        <message>
            <source>Back to the kit's picture</source>
            <translation>Volver a la imagen del kit</translation>
        </message>
        <message>
            <source>Back to the kit's picture {number}</source>
            <translation>Volver a la imagen {number} del kit</translation>
        </message>
        <message>
            <source>Back to the kit's text</source>
            <translation>Volver al texto del kit</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>Volver a la lista</translation>
        </message>
        <message>
            <source>Back to the show</source>
            <translation>Volver a la presentación</translation>
        </message>
        <message>
            <source>Back to the slide</source>
            <translation>Volver a la diapositiva</translation>
        </message>
        <message>
            <source>Backgrounds only</source>
            <translation>Solo fondos</translation>
        </message>
        <message>
            <source>Bar chart: {rows}.</source>
            <translation>Gráfico de barras: {rows}.</translation>
        </message>
        <message>
            <source>Begin a new line here, in the size that is shown (Shift+Enter)</source>
            <translation>Empezar aquí una línea nueva, en el tamaño que se ve (Mayús+Intro)</translation>
        </message>
        <message>
            <source>Begin each word with a capital, as in #EndTrafficking.</source>
            <translation>Empiece cada palabra con mayúscula, como en #EndTrafficking.</translation>
        </message>
        <message>
            <source>Begin it with https://.</source>
            <translation>Empiécela con https://.</translation>
        </message>
        <message>
            <source>Begin with https:// and end without a full stop.</source>
            <translation>Empiece con https:// y termine sin punto.</translation>
        </message>
        <message>
            <source>Begin with https://.</source>
            <translation>Empiece con https://.</translation>
        </message>
        <message>
            <source>Birthday of Martin Luther King, Jr.</source>
            <translation>Natalicio de Martin Luther King, Jr.</translation>
        </message>
        <message>
            <source>Black</source>
            <translation>Pantalla en negro</translation>
        </message>
        <message>
            <source>Black and white</source>
            <translation>Blanco y negro</translation>
        </message>
        <message>
            <source>Board</source>
            <translation>Tablero</translation>
        </message>
        <message>
            <source>Bookish</source>
            <translation>Editorial</translation>
        </message>
        <message>
            <source>Both</source>
            <translation>Ambos</translation>
        </message>
        <message>
            <source>Both sides of the tents on the sheet {name} show one page in one language.</source>
            <translation>Los dos lados de los carteles de mesa en la hoja {name} muestran una página en un idioma.</translation>
        </message>
        <message>
            <source>Boxes are nested more than {most} deep.</source>
            <translation>Las cajas están anidadas a más de {most} niveles.</translation>
        </message>
        <message>
            <source>Braces are only for placeholder names.</source>
            <translation>Las llaves son solo para los nombres de comodines.</translation>
        </message>
        <message>
            <source>Braces in braces cannot be filled: {text}</source>
            <translation>No se pueden llenar llaves dentro de llaves: {text}</translation>
        </message>
        <message>
            <source>Brand</source>
            <translation>Marca</translation>
        </message>
        <message>
            <source>Brand applied from {name}.</source>
            <translation>Se aplicó la marca de {name}.</translation>
        </message>
        <message>
            <source>Brand file</source>
            <translation>Archivo de marca</translation>
        </message>
        <message>
            <source>Brand files (*.htpmbrand *.htpm);;All files (*)</source>
            <translation>Archivos de marca (*.htpmbrand *.htpm);;Todos los archivos (*)</translation>
        </message>
        <message>
            <source>Brand files (*.htpmbrand)</source>
            <translation>Archivos de marca (*.htpmbrand)</translation>
        </message>
        <message>
            <source>Brand of the kit</source>
            <translation>Marca del kit</translation>
        </message>
        <message>
            <source>Brand saved as {name}.</source>
            <translation>La marca se guardó como {name}.</translation>
        </message>
        <message>
            <source>Brand template</source>
            <translation>Plantilla de marca</translation>
        </message>
        <message>
            <source>Break</source>
            <translation>Descanso</translation>
        </message>
        <message>
            <source>Break, five minutes</source>
            <translation>Descanso de cinco minutos</translation>
        </message>
        <message>
            <source>Break, {time} left</source>
            <translation>Descanso, quedan {time}</translation>
        </message>
        <message>
            <source>Button</source>
            <translation>Botón</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>Calendario</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Videollamada</translation>
        </message>
        <message>
            <source>Call to action</source>
            <translation>Llamado a la acción</translation>
        </message>
        <message>
            <source>Call, text or chat</source>
            <translation>Llame o escriba</translation>
        </message>
        <message>
            <source>Calm</source>
            <translation>Sereno</translation>
        </message>
        <message>
            <source>Campaign</source>
            <translation>Campaña</translation>
        </message>
        <message>
            <source>Campaign texts</source>
            <translation>Textos de la campaña</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Change a color</source>
            <translation>Cambiar un color</translation>
        </message>
        <message>
            <source>Change choices</source>
            <translation>Cambiar opciones</translation>
        </message>
        <message>
            <source>Change consent</source>
            <translation>Cambiar consentimiento</translation>
        </message>
        <message>
            <source>Change contact line</source>
            <translation>Cambiar línea de contacto</translation>
        </message>
        <message>
            <source>Change credit</source>
            <translation>Cambiar crédito</translation>
        </message>
        <message>
            <source>Change description</source>
            <translation>Cambiar descripción</translation>
        </message>
        <message>
            <source>Change evaluation form</source>
            <translation>Cambiar la hoja de evaluación</translation>
        </message>
        <message>
            <source>Change family of designs</source>
            <translation>Cambiar la familia de diseños</translation>
        </message>
        <message>
            <source>Change fonts</source>
            <translation>Cambiar fuentes</translation>
        </message>
        <message>
            <source>Change keys…</source>
            <translation>Cambiar teclas…</translation>
        </message>
        <message>
            <source>Change language</source>
            <translation>Cambiar idioma</translation>
        </message>
        <message>
            <source>Change list…</source>
            <translation>Cambiar lista…</translation>
        </message>
        <message>
            <source>Change local number</source>
            <translation>Cambiar número local</translation>
        </message>
        <message>
            <source>Change main color</source>
            <translation>Cambiar color principal</translation>
        </message>
        <message>
            <source>Change name</source>
            <translation>Cambiar nombre</translation>
        </message>
        <message>
            <source>Change notes</source>
            <translation>Cambiar notas</translation>
        </message>
        <message>
            <source>Change one of the two.</source>
            <translation>Cambie una de las dos.</translation>
        </message>
        <message>
            <source>Change one of them instead of adding another.</source>
            <translation>Cambie una de ellas en lugar de agregar otra.</translation>
        </message>
        <message>
            <source>Change partner {number}</source>
            <translation>Cambiar aliado {number}</translation>
        </message>
        <message>
            <source>Change people shown</source>
            <translation>Cambiar las personas que aparecen</translation>
        </message>
        <message>
            <source>Change post text</source>
            <translation>Cambiar texto de la publicación</translation>
        </message>
        <message>
            <source>Change post text for {network}</source>
            <translation>Cambiar el texto de la publicación para {network}</translation>
        </message>
        <message>
            <source>Change second color</source>
            <translation>Cambiar segundo color</translation>
        </message>
        <message>
            <source>Change style</source>
            <translation>Cambiar el estilo</translation>
        </message>
        <message>
            <source>Change template</source>
            <translation>Cambiar plantilla</translation>
        </message>
        <message>
            <source>Change text</source>
            <translation>Cambiar texto</translation>
        </message>
        <message>
            <source>Change that file, or move it away to begin with a new copy.</source>
            <translation>Cambie ese archivo, o muévalo a otro lugar para empezar con una copia nueva.</translation>
        </message>
        <message>
            <source>Change the colors</source>
            <translation>Cambiar los colores</translation>
        </message>
        <message>
            <source>Change the end of the consent</source>
            <translation>Cambiar el fin del consentimiento</translation>
        </message>
        <message>
            <source>Change the folder</source>
            <translation>Cambiar la carpeta</translation>
        </message>
        <message>
            <source>Change the id of one of them.</source>
            <translation>Cambie el id de una de las dos.</translation>
        </message>
        <message>
            <source>Change the jurisdiction</source>
            <translation>Cambiar la jurisdicción</translation>
        </message>
        <message>
            <source>Change the name</source>
            <translation>Cambiar el nombre</translation>
        </message>
        <message>
            <source>Change the office</source>
            <translation>Cambiar el cargo</translation>
        </message>
        <message>
            <source>Change the position of a picture</source>
            <translation>Cambiar la posición de una imagen</translation>
        </message>
        <message>
            <source>Change theme line</source>
            <translation>Cambiar lema</translation>
        </message>
        <message>
            <source>Change what is exported</source>
            <translation>Cambiar lo que se exporta</translation>
        </message>
        <message>
            <source>Change what is not right. What is not used is not kept.</source>
            <translation>Cambie lo que no sea correcto. Lo que no se usa no se conserva.</translation>
        </message>
        <message>
            <source>Change where the form is kept</source>
            <translation>Cambiar dónde se guarda el formulario</translation>
        </message>
        <message>
            <source>Change who agrees</source>
            <translation>Cambiar quién está de acuerdo</translation>
        </message>
        <message>
            <source>Change who signs</source>
            <translation>Cambiar quién firma</translation>
        </message>
        <message>
            <source>Change year</source>
            <translation>Cambiar año</translation>
        </message>
        <message>
            <source>Change {field}</source>
            <translation>Cambiar {field}</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Cambiado</translation>
        </message>
        <message>
            <source>Changed by you</source>
            <translation>Cambiado por usted</translation>
        </message>
        <message>
            <source>Changes apply at once.</source>
            <translation>Los cambios se aplican al momento.</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Cambiar…</translation>
        </message>
        <message>
            <source>Check a finished kit or campaign…</source>
            <translation>Revisar un kit terminado o una campaña…</translation>
        </message>
        <message>
            <source>Check it for a write-protection switch, or use another drive.</source>
            <translation>Revise si tiene un seguro contra escritura o use otra unidad.</translation>
        </message>
        <message>
            <source>Check its permissions.</source>
            <translation>Revise sus permisos.</translation>
        </message>
        <message>
            <source>Check line {first}, where the row begins.</source>
            <translation>Revise la línea {first}, donde empieza la fila.</translation>
        </message>
        <message>
            <source>Check that it is a file and that you may open it.</source>
            <translation>Verifique que sea un archivo y que usted pueda abrirlo.</translation>
        </message>
        <message>
            <source>Check that it is on and has paper.</source>
            <translation>Revise que esté encendida y tenga papel.</translation>
        </message>
        <message>
            <source>Check that the folder is there, that you may write to it, and that the disk is not full.</source>
            <translation>Verifique que la carpeta exista, que usted pueda escribir en ella y que el disco no esté lleno.</translation>
        </message>
        <message>
            <source>Check that the logo is on the page and visible, and save it again.</source>
            <translation>Verifique que el logotipo esté en la página y sea visible, y guárdelo otra vez.</translation>
        </message>
        <message>
            <source>Check that you may write there and that the disk is not full.</source>
            <translation>Verifique que usted pueda escribir allí y que el disco no esté lleno.</translation>
        </message>
        <message>
            <source>Check the name, or whether the drive is connected.</source>
            <translation>Revise el nombre o si la unidad está conectada.</translation>
        </message>
        <message>
            <source>Checked: {address}</source>
            <translation>Comprobada: {address}</translation>
        </message>
        <message>
            <source>Checks</source>
            <translation>Revisión</translation>
        </message>
        <message>
            <source>Checks panel</source>
            <translation>Panel de revisión</translation>
        </message>
        <message>
            <source>Child</source>
            <translation>Menor</translation>
        </message>
        <message>
            <source>Choose a file of one style of the font.</source>
            <translation>Elija un archivo con un solo estilo de la fuente.</translation>
        </message>
        <message>
            <source>Choose a file that Word saved as .docx.</source>
            <translation>Elija un archivo que Word haya guardado como .docx.</translation>
        </message>
        <message>
            <source>Choose a file that ends in .htpm.</source>
            <translation>Elija un archivo que termine en .htpm.</translation>
        </message>
        <message>
            <source>Choose a file that ends in .pptx or .potx.</source>
            <translation>Elija un archivo que termine en .pptx o .potx.</translation>
        </message>
        <message>
            <source>Choose a file that ends in .ttf, .otf or .woff2.</source>
            <translation>Elija un archivo que termine en .ttf, .otf o .woff2.</translation>
        </message>
        <message>
            <source>Choose a file with one font.</source>
            <translation>Elija un archivo con una sola fuente.</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>Elegir un archivo…</translation>
        </message>
        <message>
            <source>Choose a first and a last day that are closer to each other.</source>
            <translation>Elija un primer y un último día más cercanos entre sí.</translation>
        </message>
        <message>
            <source>Choose a folder outside of it.</source>
            <translation>Elija una carpeta fuera de ella.</translation>
        </message>
        <message>
            <source>Choose a folder…</source>
            <translation>Elegir una carpeta…</translation>
        </message>
        <message>
            <source>Choose a font</source>
            <translation>Elegir una fuente</translation>
        </message>
        <message>
            <source>Choose a font file for all other text</source>
            <translation>Elegir un archivo de fuente para el resto del texto</translation>
        </message>
        <message>
            <source>Choose a font file for headlines</source>
            <translation>Elegir un archivo de fuente para los titulares</translation>
        </message>
        <message>
            <source>Choose a list…</source>
            <translation>Elegir una lista…</translation>
        </message>
        <message>
            <source>Choose a logo</source>
            <translation>Elegir un logotipo</translation>
        </message>
        <message>
            <source>Choose a photo</source>
            <translation>Elegir una foto</translation>
        </message>
        <message>
            <source>Choose a photo…</source>
            <translation>Elegir una foto…</translation>
        </message>
        <message>
            <source>Choose a row</source>
            <translation>Elija una fila</translation>
        </message>
        <message>
            <source>Choose a shorter folder with --out.</source>
            <translation>Elija una carpeta con una ruta más corta.</translation>
        </message>
        <message>
            <source>Choose a slide first.</source>
            <translation>Elija primero una diapositiva.</translation>
        </message>
        <message>
            <source>Choose a text file.</source>
            <translation>Elija un archivo de texto.</translation>
        </message>
        <message>
            <source>Choose a week from 1 to {weeks}.</source>
            <translation>Elija una semana de 1 a {weeks}.</translation>
        </message>
        <message>
            <source>Choose a year from {first_year} to {last_year}.</source>
            <translation>Elija un año de {first_year} a {last_year}.</translation>
        </message>
        <message>
            <source>Choose another campaign pack.</source>
            <translation>Elija otro paquete de campaña.</translation>
        </message>
        <message>
            <source>Choose another design.</source>
            <translation>Elija otro diseño.</translation>
        </message>
        <message>
            <source>Choose another file</source>
            <translation>Elegir otro archivo</translation>
        </message>
        <message>
            <source>Choose another file of the font.</source>
            <translation>Elija otro archivo de la fuente.</translation>
        </message>
        <message>
            <source>Choose another file or folder.</source>
            <translation>Elija otro archivo u otra carpeta.</translation>
        </message>
        <message>
            <source>Choose another file…</source>
            <translation>Elegir otro archivo…</translation>
        </message>
        <message>
            <source>Choose another folder</source>
            <translation>Elegir otra carpeta</translation>
        </message>
        <message>
            <source>Choose another folder with --out, or replace it with --force.</source>
            <translation>Elija otra carpeta.</translation>
        </message>
        <message>
            <source>Choose another folder with --out.</source>
            <translation>Elija otra carpeta.</translation>
        </message>
        <message>
            <source>Choose another folder.</source>
            <translation>Elija otra carpeta.</translation>
        </message>
        <message>
            <source>Choose another font, or a fuller version of this one.</source>
            <translation>Elija otra fuente, o una versión más completa de esta.</translation>
        </message>
        <message>
            <source>Choose another list…</source>
            <translation>Elegir otra lista…</translation>
        </message>
        <message>
            <source>Choose another logo</source>
            <translation>Elegir otro logotipo</translation>
        </message>
        <message>
            <source>Choose another place</source>
            <translation>Elegir otro lugar</translation>
        </message>
        <message>
            <source>Choose another template for this size, or add the size to the template.</source>
            <translation>Elija otra plantilla para este tamaño o agregue el tamaño a la plantilla.</translation>
        </message>
        <message>
            <source>Choose another template for this size, or give that text a place in it.</source>
            <translation>Elija otra plantilla para este tamaño o dé un lugar en ella a ese texto.</translation>
        </message>
        <message>
            <source>Choose at least one piece.</source>
            <translation>Elija al menos una pieza.</translation>
        </message>
        <message>
            <source>Choose from {names}.</source>
            <translation>Elija entre {names}.</translation>
        </message>
        <message>
            <source>Choose logos of partners</source>
            <translation>Elegir logotipos de aliados</translation>
        </message>
        <message>
            <source>Choose one font file.</source>
            <translation>Elija un archivo de fuente.</translation>
        </message>
        <message>
            <source>Choose one of your own folders with --out.</source>
            <translation>Elija una carpeta propia.</translation>
        </message>
        <message>
            <source>Choose one of {numbers}.</source>
            <translation>Elija una de {numbers}.</translation>
        </message>
        <message>
            <source>Choose one picture file.</source>
            <translation>Elija un archivo de imagen.</translation>
        </message>
        <message>
            <source>Choose one to open. The others stay where they are, and the damaged file is not changed.</source>
            <translation>Elija una para abrirla. Las demás quedan donde están y el archivo dañado no se modifica.</translation>
        </message>
        <message>
            <source>Choose pictures…</source>
            <translation>Elegir imágenes…</translation>
        </message>
        <message>
            <source>Choose the file</source>
            <translation>Elegir el archivo</translation>
        </message>
        <message>
            <source>Choose the file…</source>
            <translation>Elegir el archivo…</translation>
        </message>
        <message>
            <source>Choose the folder for kits</source>
            <translation>Elegir la carpeta para los kits</translation>
        </message>
        <message>
            <source>Choose the folder that contains pack.toml.</source>
            <translation>Elija la carpeta que contiene pack.toml.</translation>
        </message>
        <message>
            <source>Choose the toolkit in one of these: {known}.</source>
            <translation>Elija el kit de materiales en uno de estos idiomas: {known}.</translation>
        </message>
        <message>
            <source>Choose the toolkit itself, or a part of the document.</source>
            <translation>Elija el kit de materiales en sí o una parte del documento.</translation>
        </message>
        <message>
            <source>Choose the toolkit's own file.</source>
            <translation>Elija el archivo del propio kit de materiales.</translation>
        </message>
        <message>
            <source>Choose what to export…</source>
            <translation>Elegir qué exportar…</translation>
        </message>
        <message>
            <source>Choose {what}, saved as CSV.</source>
            <translation>Elija {what}, guardado como CSV.</translation>
        </message>
        <message>
            <source>Choose {what}.</source>
            <translation>Elija {what}.</translation>
        </message>
        <message>
            <source>Choose “Name” for the column with the names of the organizations.</source>
            <translation>Elija «Nombre» para la columna con los nombres de las organizaciones.</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Elegir…</translation>
        </message>
        <message>
            <source>Christmas</source>
            <translation>Navidad</translation>
        </message>
        <message>
            <source>Christmas Day</source>
            <translation>Día de Navidad</translation>
        </message>
        <message>
            <source>City, county, state or Tribal Nation</source>
            <translation>Ciudad, condado, estado o nación tribal</translation>
        </message>
        <message>
            <source>Classes and meetings</source>
            <translation>Clases y reuniones</translation>
        </message>
        <message>
            <source>Classic</source>
            <translation>Clásico</translation>
        </message>
        <message>
            <source>Clause</source>
            <translation>Cláusula</translation>
        </message>
        <message>
            <source>Clauses</source>
            <translation>Cláusulas</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Borrar</translation>
        </message>
        <message>
            <source>Clear in black and white: contrast {contrast} to 1</source>
            <translation>Claro en blanco y negro: contraste de {contrast} a 1</translation>
        </message>
        <message>
            <source>Click a color to pick it. Use the arrow keys to move, Enter to pick and Esc to cancel.</source>
            <translation>Haga clic en un color para tomarlo. Muévase con las flechas, tómelo con Enter y cancele con Esc.</translation>
        </message>
        <message>
            <source>Click a paragraph, or change it here. The change goes into every file of this piece.</source>
            <translation>Haga clic en un párrafo o cámbielo aquí. El cambio llega a todos los archivos de esta pieza.</translation>
        </message>
        <message>
            <source>Click the field and press the new keys. Clear the field to remove them.</source>
            <translation>Haga clic en el campo y presione las teclas nuevas. Vacíe el campo para quitarlas.</translation>
        </message>
        <message>
            <source>Click the pieces that get this picture.</source>
            <translation>Haga clic en las piezas que llevarán esta imagen.</translation>
        </message>
        <message>
            <source>Click the week above the board, then press Export kit. Your own changes stay in their week.</source>
            <translation>Haga clic en la semana sobre el tablero y presione Exportar kit. Sus cambios se quedan en su semana.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Close other programs to free up memory, then try again.</source>
            <translation>Cierre otros programas para liberar memoria y vuelva a intentarlo.</translation>
        </message>
        <message>
            <source>Close the checks</source>
            <translation>Cerrar la revisión</translation>
        </message>
        <message>
            <source>Close the day</source>
            <translation>Cerrar el día</translation>
        </message>
        <message>
            <source>Close the panel</source>
            <translation>Cerrar el panel</translation>
        </message>
        <message>
            <source>Closing line</source>
            <translation>Línea de cierre</translation>
        </message>
        <message>
            <source>Code {size} mm wide</source>
            <translation>Código de {size} mm de ancho</translation>
        </message>
        <message>
            <source>Color</source>
            <translation>Color</translation>
        </message>
        <message>
            <source>Color {number} of the logo</source>
            <translation>Color {number} del logotipo</translation>
        </message>
        <message>
            <source>Colors found in the logo</source>
            <translation>Colores encontrados en el logotipo</translation>
        </message>
        <message>
            <source>Colors taken from the logo. {count} pieces updated.</source>
            <translation>Colores tomados del logotipo. {count} piezas actualizadas.</translation>
        </message>
        <message>
            <source>Colors, fonts and other programs</source>
            <translation>Colores, fuentes y otros programas</translation>
        </message>
        <message>
            <source>Colors: choose other theme colors in PowerPoint, and every slide changes. Photos and drawn pictures keep theirs; to change those, change your brand in HTPM Studio and export again.</source>
            <translation>Colores: elija otros colores del tema en PowerPoint y cambiarán todas las diapositivas. Las fotos y los dibujos conservan los suyos; para cambiarlos, cambie su marca en HTPM Studio y vuelva a exportar.</translation>
        </message>
        <message>
            <source>Colors: {colors}</source>
            <translation>Colores: {colors}</translation>
        </message>
        <message>
            <source>Columbus Day</source>
            <translation>Día de la Raza</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>Columna</translation>
        </message>
        <message>
            <source>Column {number}</source>
            <translation>Columna {number}</translation>
        </message>
        <message>
            <source>Command</source>
            <translation>Comando</translation>
        </message>
        <message>
            <source>Commands with other keys than usual, such as Ctrl+Shift+X; empty for none.</source>
            <translation>Comandos con otras teclas que las habituales, como Ctrl+Shift+X; vacío si no hay ninguna.</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>Consentimiento</translation>
        </message>
        <message>
            <source>Consent ended</source>
            <translation>Consentimiento vencido</translation>
        </message>
        <message>
            <source>Consent ends soon</source>
            <translation>El consentimiento vence pronto</translation>
        </message>
        <message>
            <source>Consent ends {day}</source>
            <translation>El consentimiento termina el {day}</translation>
        </message>
        <message>
            <source>Consent ends {day}.</source>
            <translation>El consentimiento termina el {day}.</translation>
        </message>
        <message>
            <source>Consent for the photos</source>
            <translation>Consentimientos de las fotos</translation>
        </message>
        <message>
            <source>Consent has ended. A drawing is used instead.</source>
            <translation>El consentimiento venció. En su lugar se usa un dibujo.</translation>
        </message>
        <message>
            <source>Consent missing</source>
            <translation>Falta consentimiento</translation>
        </message>
        <message>
            <source>Consent on file</source>
            <translation>Con consentimiento</translation>
        </message>
        <message>
            <source>Consent was given again</source>
            <translation>Se dio de nuevo el consentimiento</translation>
        </message>
        <message>
            <source>Consent was withdrawn</source>
            <translation>Se retiró el consentimiento</translation>
        </message>
        <message>
            <source>Consent was withdrawn.</source>
            <translation>Se retiró el consentimiento.</translation>
        </message>
        <message>
            <source>Consent was withdrawn. A drawing is used instead.</source>
            <translation>Se retiró el consentimiento. En su lugar se usa un dibujo.</translation>
        </message>
        <message>
            <source>Consent withdrawn</source>
            <translation>Consentimiento retirado</translation>
        </message>
        <message>
            <source>Contact line</source>
            <translation>Línea de contacto</translation>
        </message>
        <message>
            <source>Content</source>
            <translation>Contenido</translation>
        </message>
        <message>
            <source>Continue without a logo</source>
            <translation>Continuar sin logotipo</translation>
        </message>
        <message>
            <source>Continue without a logo for {name}</source>
            <translation>Continuar sin logotipo para {name}</translation>
        </message>
        <message>
            <source>Continue without it</source>
            <translation>Continuar sin ello</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Copiado</translation>
        </message>
        <message>
            <source>Copied for {network}, {count} characters</source>
            <translation>Copiado para {network}, {count} caracteres</translation>
        </message>
        <message>
            <source>Copied for {network}, {n} characters</source>
            <translation>Copiado para {network}, {n} caracteres</translation>
        </message>
        <message>
            <source>Copied to the drive</source>
            <translation>Copiado a la unidad</translation>
        </message>
        <message>
            <source>Copied {count} files</source>
            <translation>{count} archivos copiados</translation>
        </message>
        <message>
            <source>Copied {name}</source>
            <translation>{name} copiado</translation>
        </message>
        <message>
            <source>Copied, {count} characters</source>
            <translation>Copiado, {count} caracteres</translation>
        </message>
        <message>
            <source>Copies of a handout that are offered first, 1 to 9999.</source>
            <translation>Copias de un folleto que se ofrecen primero, de 1 a 9999.</translation>
        </message>
        <message>
            <source>Copy a template to change</source>
            <translation>Copiar una plantilla para cambiarla</translation>
        </message>
        <message>
            <source>Copy a template to change…</source>
            <translation>Copiar una plantilla para cambiarla…</translation>
        </message>
        <message>
            <source>Copy a text for your network from .docx or .txt, add its picture and paste the description. The .csv has a row for each post and a column for each network; three hyphens divide a thread. Buffer takes a file from buffer/ for each channel (ten posts a file on its free plan); add pictures and threads by hand.</source>
            <translation>Copie un texto para su red del .docx o del .txt, agregue su imagen y pegue la descripción. El .csv tiene una fila para cada publicación y una columna para cada red; tres guiones dividen un hilo. Buffer toma un archivo de buffer/ para cada canal (diez publicaciones por archivo en su plan gratuito); agregue las imágenes y los hilos a mano.</translation>
        </message>
        <message>
            <source>Copy description</source>
            <translation>Copiar descripción</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>Copiar detalles</translation>
        </message>
        <message>
            <source>Copy hex</source>
            <translation>Copiar valor hexadecimal</translation>
        </message>
        <message>
            <source>Copy it again from where it came from, or save it again.</source>
            <translation>Cópielo de nuevo desde su origen o guárdelo otra vez.</translation>
        </message>
        <message>
            <source>Copy it again from where it came from.</source>
            <translation>Cópielo de nuevo desde su origen.</translation>
        </message>
        <message>
            <source>Copy its description</source>
            <translation>Copiar su descripción</translation>
        </message>
        <message>
            <source>Copy only {pieces}, {size}</source>
            <translation>Copiar solo {pieces}, {size}</translation>
        </message>
        <message>
            <source>Copy path</source>
            <translation>Copiar ruta</translation>
        </message>
        <message>
            <source>Copy picture</source>
            <translation>Copiar imagen</translation>
        </message>
        <message>
            <source>Copy post text</source>
            <translation>Copiar texto de la publicación</translation>
        </message>
        <message>
            <source>Copy post text of {what}</source>
            <translation>Copiar texto de publicación de {what}</translation>
        </message>
        <message>
            <source>Copy text</source>
            <translation>Copiar texto</translation>
        </message>
        <message>
            <source>Copy the kit to</source>
            <translation>Copiar el kit a</translation>
        </message>
        <message>
            <source>Copy the part that you need.</source>
            <translation>Copie la parte que necesita.</translation>
        </message>
        <message>
            <source>Copy the path of the folder</source>
            <translation>Copiar la ruta de la carpeta</translation>
        </message>
        <message>
            <source>Copy the smaller set</source>
            <translation>Copiar el conjunto menor</translation>
        </message>
        <message>
            <source>Copy the text again.</source>
            <translation>Copie el texto otra vez.</translation>
        </message>
        <message>
            <source>Copy the text for {network}</source>
            <translation>Copiar el texto para {network}</translation>
        </message>
        <message>
            <source>Copy to USB</source>
            <translation>Copiar a USB</translation>
        </message>
        <message>
            <source>Copy where it is, to paste it into another program</source>
            <translation>Copiar dónde está, para pegarlo en otro programa</translation>
        </message>
        <message>
            <source>Copy {address}</source>
            <translation>Copiar {address}</translation>
        </message>
        <message>
            <source>Copy {what}</source>
            <translation>Copiar {what}</translation>
        </message>
        <message>
            <source>Copying to {name}</source>
            <translation>Copiando a {name}</translation>
        </message>
        <message>
            <source>Correct its slide master and layouts.</source>
            <translation>Corrija su patrón de diapositivas y sus diseños.</translation>
        </message>
        <message>
            <source>Correct {page}.xml, which begins with &lt;template id="{id}".</source>
            <translation>Corrija {page}.xml, que empieza con &lt;template id="{id}".</translation>
        </message>
        <message>
            <source>Could not draw this.</source>
            <translation>No se pudo dibujar.</translation>
        </message>
        <message>
            <source>Could not draw this. Try again</source>
            <translation>No se pudo dibujar. Probar otra vez</translation>
        </message>
        <message>
            <source>Credit</source>
            <translation>Crédito</translation>
        </message>
        <message>
            <source>Crop for</source>
            <translation>Recorte para</translation>
        </message>
        <message>
            <source>Cropped edges</source>
            <translation>Bordes recortados</translation>
        </message>
        <message>
            <source>Ctrl+Z undoes one step at a time. The arrow beside Undo lists the steps, also those of earlier sessions.</source>
            <translation>Ctrl+Z deshace un paso a la vez. La flecha junto a Deshacer muestra los pasos, también los de sesiones anteriores.</translation>
        </message>
        <message>
            <source>Cu&amp;t</source>
            <translation>Cor&amp;tar</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Oscuro</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Datos</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Fecha</translation>
        </message>
        <message>
            <source>Dates of week {n}</source>
            <translation>Fechas de la semana {n}</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Día</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>Días</translation>
        </message>
        <message>
            <source>Days {parts} of the toolkit are together week {place} of the kit.</source>
            <translation>Los días {parts} del kit de materiales son juntos la semana {place} del kit.</translation>
        </message>
        <message>
            <source>Deck only</source>
            <translation>Solo presentación</translation>
        </message>
        <message>
            <source>Decks</source>
            <translation>Presentaciones</translation>
        </message>
        <message>
            <source>Decks and Word files name it: install it where you edit or show them.</source>
            <translation>Las presentaciones y los archivos de Word la nombran: instálela donde los edite o los muestre.</translation>
        </message>
        <message>
            <source>Decks can take the design of your own PowerPoint file. Posts, prints and PDFs keep the family.</source>
            <translation>Las presentaciones pueden tomar el diseño de su propio archivo de PowerPoint. Las publicaciones, los impresos y los PDF conservan la familia.</translation>
        </message>
        <message>
            <source>Decks in the design of your own PowerPoint file.</source>
            <translation>Presentaciones con el diseño de su propio archivo de PowerPoint.</translation>
        </message>
        <message>
            <source>Decks take the design of {name}.</source>
            <translation>Las presentaciones toman el diseño de {name}.</translation>
        </message>
        <message>
            <source>Decks, handouts and pictures of the built-in week on the topic of week {number}</source>
            <translation>Presentaciones, folletos e imágenes de la semana incluida con el tema de la semana {number}</translation>
        </message>
        <message>
            <source>Declare fewer languages, or another sheet.</source>
            <translation>Declare menos idiomas, u otra hoja.</translation>
        </message>
        <message>
            <source>Decoration only</source>
            <translation>Solo decoración</translation>
        </message>
        <message>
            <source>Defaults</source>
            <translation>Valores iniciales</translation>
        </message>
        <message>
            <source>Describe it</source>
            <translation>Describirla</translation>
        </message>
        <message>
            <source>Description copied, {n} characters</source>
            <translation>Descripción copiada, {n} caracteres</translation>
        </message>
        <message>
            <source>Description for screen readers</source>
            <translation>Descripción para lectores de pantalla</translation>
        </message>
        <message>
            <source>Design</source>
            <translation>Diseño</translation>
        </message>
        <message>
            <source>Design: {words}</source>
            <translation>Diseño: {words}</translation>
        </message>
        <message>
            <source>Details for support</source>
            <translation>Detalles para asistencia</translation>
        </message>
        <message>
            <source>Details of photos added from {name}.</source>
            <translation>Se añadieron los datos de las fotos de {name}.</translation>
        </message>
        <message>
            <source>Details of photos from {name}</source>
            <translation>Datos de las fotos de {name}</translation>
        </message>
        <message>
            <source>Did you mean {name}?</source>
            <translation>¿Quiso decir {name}?</translation>
        </message>
        <message>
            <source>Different text in the new campaign. Select to keep yours</source>
            <translation>Otro texto en la campaña nueva. Márquelo para conservar el suyo</translation>
        </message>
        <message>
            <source>Different text or address</source>
            <translation>Otro texto u otra dirección</translation>
        </message>
        <message>
            <source>Do they show a range of people?</source>
            <translation>¿Muestran personas diversas?</translation>
        </message>
        <message>
            <source>Do: Start the slide show when the break begins. Each slide goes on after a minute; the last one waits for you.</source>
            <translation>Haga: Inicie la presentación cuando empiece el descanso. Cada diapositiva pasa después de un minuto; la última espera.</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Listo</translation>
        </message>
        <message>
            <source>Done, {files} files</source>
            <translation>Hecho, {files} archivos</translation>
        </message>
        <message>
            <source>Done, {total}</source>
            <translation>Hecho, {total}</translation>
        </message>
        <message>
            <source>Done. {what}</source>
            <translation>Hecho. {what}</translation>
        </message>
        <message>
            <source>Doors</source>
            <translation>Puertas</translation>
        </message>
        <message>
            <source>Doors, gaps and lessons are figures of speech. The thing itself is clearer, also in translation.</source>
            <translation>Las puertas, las brechas y las lecciones son figuras retóricas. Lo que se nombra sin rodeos es más claro, también al traducirlo.</translation>
        </message>
        <message>
            <source>Double-click a piece. Each field shows how much text fits; Esc returns to the board.</source>
            <translation>Haga doble clic en una pieza. Cada campo muestra cuánto texto cabe; Esc vuelve al tablero.</translation>
        </message>
        <message>
            <source>Double-click the cards, say how many, then press Print. Print at 100%, not “fit to page”.</source>
            <translation>Haga doble clic en las tarjetas, indique cuántas y presione Imprimir. Imprima al 100%, no “ajustar a la página”.</translation>
        </message>
        <message>
            <source>Drag a post to another day</source>
            <translation>Arrastre una publicación a otro día</translation>
        </message>
        <message>
            <source>Drag it onto a piece; all its sizes use it. If people can be recognized, you are asked about their consent first.</source>
            <translation>Arrástrela a una pieza; todos sus tamaños la usan. Si se reconoce a personas, primero se le pide su consentimiento.</translation>
        </message>
        <message>
            <source>Drag one onto a row below, or press 1 or 2.</source>
            <translation>Arrastre uno a una fila de abajo, o presione 1 o 2.</translation>
        </message>
        <message>
            <source>Draw all designs</source>
            <translation>Dibujar todos los diseños</translation>
        </message>
        <message>
            <source>Draw all designs…</source>
            <translation>Dibujar todos los diseños…</translation>
        </message>
        <message>
            <source>Drawing {name}</source>
            <translation>Dibujando {name}</translation>
        </message>
        <message>
            <source>Drawings with people</source>
            <translation>Dibujos con personas</translation>
        </message>
        <message>
            <source>Drawings without people</source>
            <translation>Dibujos sin personas</translation>
        </message>
        <message>
            <source>Drawing…</source>
            <translation>Dibujando…</translation>
        </message>
        <message>
            <source>Drawn by the design</source>
            <translation>Dibujo del diseño</translation>
        </message>
        <message>
            <source>Drawn for this kit. Nobody can be recognized.</source>
            <translation>Dibujada para este kit. No se puede reconocer a nadie.</translation>
        </message>
        <message>
            <source>Drawn scene</source>
            <translation>Escena dibujada</translation>
        </message>
        <message>
            <source>Drop a list (CSV or Excel) with a column “organization” on the window.</source>
            <translation>Suelte en la ventana una lista (CSV o Excel) con una columna “organization”.</translation>
        </message>
        <message>
            <source>Drop a list here, one organization a row</source>
            <translation>Suelte aquí una lista, una organización por fila</translation>
        </message>
        <message>
            <source>Drop a toolkit here</source>
            <translation>Suelte aquí el kit de materiales</translation>
        </message>
        <message>
            <source>Drop it here, or choose a file</source>
            <translation>Suéltelo aquí o elija un archivo</translation>
        </message>
        <message>
            <source>Drop it on a piece</source>
            <translation>Suéltela sobre una pieza</translation>
        </message>
        <message>
            <source>Drop pictures or a folder anywhere here. Location and camera data are removed.</source>
            <translation>Suelte imágenes o una carpeta en cualquier parte. Se quitan los datos de lugar y de cámara.</translation>
        </message>
        <message>
            <source>Drop your logo</source>
            <translation>Su logotipo aquí</translation>
        </message>
        <message>
            <source>Duplicate slide</source>
            <translation>Duplicar diapositiva</translation>
        </message>
        <message>
            <source>Duplicate {count} slides</source>
            <translation>Duplicar {count} diapositivas</translation>
        </message>
        <message>
            <source>Duplicate {what}</source>
            <translation>Duplicar {what}</translation>
        </message>
        <message>
            <source>Each one is a single text message: at most {n} letters, none that makes it longer on the way. Send them only to people who asked for them, and say who you are.</source>
            <translation>Cada uno es un solo mensaje de texto: {n} caracteres como máximo y ninguno que lo alargue al enviarse. Envíelos solo a quienes los pidieron y diga quién es usted.</translation>
        </message>
        <message>
            <source>Each piece once, as a PDF of its own.</source>
            <translation>Cada pieza una vez, en su propio PDF.</translation>
        </message>
        <message>
            <source>Each post needs a form of at most {most} characters.</source>
            <translation>Cada publicación necesita una forma de {most} caracteres como máximo.</translation>
        </message>
        <message>
            <source>Each slide as a PNG of 1920 x 1080</source>
            <translation>Cada diapositiva como PNG de 1920 x 1080</translation>
        </message>
        <message>
            <source>Each slide needs its own title.</source>
            <translation>Cada diapositiva necesita su propio título.</translation>
        </message>
        <message>
            <source>Each step is saved within a second.</source>
            <translation>Cada paso se guarda en menos de un segundo.</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Editar</translation>
        </message>
        <message>
            <source>Edit text and picture</source>
            <translation>Editar texto e imagen</translation>
        </message>
        <message>
            <source>Edit: {title}</source>
            <translation>Editar: {title}</translation>
        </message>
        <message>
            <source>Editable</source>
            <translation>Editable</translation>
        </message>
        <message>
            <source>Editable graphics, {size}</source>
            <translation>Gráficos editables, {size}</translation>
        </message>
        <message>
            <source>Embed linked pictures and save it again, or save the logo as PNG and use that.</source>
            <translation>Incruste las imágenes enlazadas y guárdelo otra vez, o guarde el logotipo como PNG y use ese archivo.</translation>
        </message>
        <message>
            <source>Emphasis</source>
            <translation>Énfasis</translation>
        </message>
        <message>
            <source>Emphasize the selected words ({key})</source>
            <translation>Resaltar las palabras seleccionadas ({key})</translation>
        </message>
        <message>
            <source>Empty fields stay lines to fill in by hand.</source>
            <translation>Los campos vacíos quedan como líneas para llenar a mano.</translation>
        </message>
        <message>
            <source>End the break</source>
            <translation>Terminar el descanso</translation>
        </message>
        <message>
            <source>End the rehearsal</source>
            <translation>Terminar el ensayo</translation>
        </message>
        <message>
            <source>End the show</source>
            <translation>Terminar la presentación</translation>
        </message>
        <message>
            <source>Evaluation form</source>
            <translation>Hoja de evaluación</translation>
        </message>
        <message>
            <source>Evaluation questions</source>
            <translation>Preguntas de evaluación</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Evento</translation>
        </message>
        <message>
            <source>Event loop</source>
            <translation>Pantalla del evento</translation>
        </message>
        <message>
            <source>Event table</source>
            <translation>Mesa de evento</translation>
        </message>
        <message>
            <source>Every family has the style classic.</source>
            <translation>Toda familia tiene el estilo classic.</translation>
        </message>
        <message>
            <source>Every post has a date.</source>
            <translation>Todas las publicaciones tienen fecha.</translation>
        </message>
        <message>
            <source>Every step</source>
            <translation>Cada paso</translation>
        </message>
        <message>
            <source>Every week already has this slide.</source>
            <translation>Todas las semanas ya tienen esta diapositiva.</translation>
        </message>
        <message>
            <source>Everything else works. Correct the file, save it and come back here.</source>
            <translation>Todo lo demás funciona. Corrija el archivo, guárdelo y vuelva aquí.</translation>
        </message>
        <message>
            <source>Everything in one document: what to say, what to do, numbers, questions and resources. Print it for your team, or draw on it for talks and web pages.</source>
            <translation>Todo en un documento: qué decir, qué hacer, cifras, preguntas y recursos. Imprímalo para su equipo o úselo para charlas y páginas web.</translation>
        </message>
        <message>
            <source>Everything that is part of HTPM Studio, with its license.</source>
            <translation>Todo lo que forma parte de HTPM Studio, con su licencia.</translation>
        </message>
        <message>
            <source>Existing files are unchanged. Close other programs to free up memory, then try again.</source>
            <translation>Los archivos existentes no cambiaron. Cierre otros programas para liberar memoria y vuelva a intentarlo.</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Exportar</translation>
        </message>
        <message>
            <source>Export again</source>
            <translation>Exportar otra vez</translation>
        </message>
        <message>
            <source>Export it again.</source>
            <translation>Vuelva a exportarlo.</translation>
        </message>
        <message>
            <source>Export kit</source>
            <translation>Exportar kit</translation>
        </message>
        <message>
            <source>Export only a part</source>
            <translation>Exportar solo una parte</translation>
        </message>
        <message>
            <source>Export the kit again.</source>
            <translation>Vuelva a exportar el kit.</translation>
        </message>
        <message>
            <source>Export this piece</source>
            <translation>Exportar esta pieza</translation>
        </message>
        <message>
            <source>Export {files}</source>
            <translation>Exportar {files}</translation>
        </message>
        <message>
            <source>Export {section}</source>
            <translation>Exportar {section}</translation>
        </message>
        <message>
            <source>Export {what}</source>
            <translation>Exportar {what}</translation>
        </message>
        <message>
            <source>Exported kits are saved there.</source>
            <translation>Ahí se guardan los kits exportados.</translation>
        </message>
        <message>
            <source>Exporting</source>
            <translation>Exportando</translation>
        </message>
        <message>
            <source>Exporting {count} files</source>
            <translation>Exportando {count} archivos</translation>
        </message>
        <message>
            <source>Exporting, {done} of {total}</source>
            <translation>Exportando, {done} de {total}</translation>
        </message>
        <message>
            <source>F7 goes to the next one</source>
            <translation>F7 va al siguiente</translation>
        </message>
        <message>
            <source>Face {number} of {count}</source>
            <translation>Cara {number} de {count}</translation>
        </message>
        <message>
            <source>Facilitator guide</source>
            <translation>Guía para facilitar la sesión</translation>
        </message>
        <message>
            <source>Fact</source>
            <translation>Dato</translation>
        </message>
        <message>
            <source>Fair work</source>
            <translation>Trabajo justo</translation>
        </message>
        <message>
            <source>Family of designs</source>
            <translation>Familia de diseños</translation>
        </message>
        <message>
            <source>Family of designs: {name}</source>
            <translation>Familia de diseños: {name}</translation>
        </message>
        <message>
            <source>Farther</source>
            <translation>Más lejos</translation>
        </message>
        <message>
            <source>Federal holiday</source>
            <translation>Feriado federal</translation>
        </message>
        <message>
            <source>Federal offices are closed.</source>
            <translation>Las oficinas federales están cerradas.</translation>
        </message>
        <message>
            <source>Few numbers in this field are reliable.</source>
            <translation>Pocas cifras de este campo son confiables.</translation>
        </message>
        <message>
            <source>Fewer than two posts show photo {names}: {why}.</source>
            <translation>Menos de dos publicaciones muestran la foto {names}: {why}.</translation>
        </message>
        <message>
            <source>Fewer than two posts show photos {names}: {why}.</source>
            <translation>Menos de dos publicaciones muestran las fotos {names}: {why}.</translation>
        </message>
        <message>
            <source>Files of all kits</source>
            <translation>Archivos de todos los kits</translation>
        </message>
        <message>
            <source>Files of the next export are made while nobody uses the window.</source>
            <translation>Los archivos de la próxima exportación se crean mientras nadie usa la ventana.</translation>
        </message>
        <message>
            <source>Files that were written</source>
            <translation>Archivos que se escribieron</translation>
        </message>
        <message>
            <source>Files that you edit in PowerPoint or Word use {families}. Install it on every computer where they are edited or shown; another font appears where it is missing. Pictures and PDF files look right everywhere.</source>
            <translation>Los archivos que se editan en PowerPoint o Word usan {families}. Instálela en cada computadora donde se editen o se muestren; donde falte, aparece otra fuente. Las imágenes y los archivos PDF se ven bien en todas partes.</translation>
        </message>
        <message>
            <source>Files were removed or changed while they were written.</source>
            <translation>Se quitaron o cambiaron archivos mientras se escribían.</translation>
        </message>
        <message>
            <source>Fill in the blanks of the .docx and send it in {month} to your mayor, governor, county, council or Tribal leader.</source>
            <translation>Complete los espacios en blanco del .docx y envíelo en {month} a la alcaldía, a la oficina del gobernador, al condado, al concejo o a la autoridad tribal.</translation>
        </message>
        <message>
            <source>Fill in {places} before this goes out.</source>
            <translation>Complete {places} antes de publicarlo.</translation>
        </message>
        <message>
            <source>Fill in {places}; the text for {network} is not ready.</source>
            <translation>Complete {places}; el texto para {network} no está listo.</translation>
        </message>
        <message>
            <source>Fill it in or choose another template.</source>
            <translation>Complételo o elija otra plantilla.</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>Buscar</translation>
        </message>
        <message>
            <source>Find a command or a key</source>
            <translation>Buscar un comando o una tecla</translation>
        </message>
        <message>
            <source>Find a picture</source>
            <translation>Buscar una imagen</translation>
        </message>
        <message>
            <source>Find a piece, word or size</source>
            <translation>Busque una pieza, palabra o tamaño</translation>
        </message>
        <message>
            <source>Find it</source>
            <translation>Buscarlo</translation>
        </message>
        <message>
            <source>Find the logo</source>
            <translation>Buscar el logotipo</translation>
        </message>
        <message>
            <source>Find the logo of {name}</source>
            <translation>Buscar el logotipo de {name}</translation>
        </message>
        <message>
            <source>Find the logo…</source>
            <translation>Buscar el logotipo…</translation>
        </message>
        <message>
            <source>Fine as it is: {where}</source>
            <translation>Está bien así: {where}</translation>
        </message>
        <message>
            <source>Finish, then quit</source>
            <translation>Terminar y luego salir</translation>
        </message>
        <message>
            <source>Finish, then start again</source>
            <translation>Terminar y reiniciar</translation>
        </message>
        <message>
            <source>Finished files</source>
            <translation>Archivos terminados</translation>
        </message>
        <message>
            <source>Finished kits are kept. Run the same command to continue.</source>
            <translation>Los kits terminados se conservan. Ejecute el mismo comando para continuar.</translation>
        </message>
        <message>
            <source>First comment</source>
            <translation>Primer comentario</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Primer día</translation>
        </message>
        <message>
            <source>First day of week {n}</source>
            <translation>Primer día de la semana {n}</translation>
        </message>
        <message>
            <source>First lines</source>
            <translation>Primeras líneas</translation>
        </message>
        <message>
            <source>Fit (Ctrl+0)</source>
            <translation>Ajustar (Ctrl+0)</translation>
        </message>
        <message>
            <source>Fits in all {count} sizes.</source>
            <translation>Cabe en los {count} tamaños.</translation>
        </message>
        <message>
            <source>Fits in {good} of {count} sizes.</source>
            <translation>Cabe en {good} de {count} tamaños.</translation>
        </message>
        <message>
            <source>Fix before you publish</source>
            <translation>Corregir antes de publicar</translation>
        </message>
        <message>
            <source>Fix the {n} simple ones</source>
            <translation>Corregir los {n} sencillos</translation>
        </message>
        <message>
            <source>Fix what needs attention</source>
            <translation>Corregir lo que requiere atención</translation>
        </message>
        <message>
            <source>Fix {n} simple ones</source>
            <translation>Corregir {n} sencillos</translation>
        </message>
        <message>
            <source>Fixed for you</source>
            <translation>Ya corregido</translation>
        </message>
        <message>
            <source>Focal point {across}% across, {down}% down</source>
            <translation>Punto focal {across}% a lo ancho, {down}% hacia abajo</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Carpeta</translation>
        </message>
        <message>
            <source>Folder for kits</source>
            <translation>Carpeta para los kits</translation>
        </message>
        <message>
            <source>Folder for the PDF files</source>
            <translation>Carpeta para los archivos PDF</translation>
        </message>
        <message>
            <source>Folder for the kits</source>
            <translation>Carpeta para los kits</translation>
        </message>
        <message>
            <source>Folder of a campaign</source>
            <translation>Carpeta de una campaña</translation>
        </message>
        <message>
            <source>Folder of a finished kit or a campaign</source>
            <translation>Carpeta de un kit terminado o de una campaña</translation>
        </message>
        <message>
            <source>Folder or number</source>
            <translation>Carpeta o número</translation>
        </message>
        <message>
            <source>Folder that kits are exported to; empty for Documents.</source>
            <translation>Carpeta a la que se exportan los kits; vacía para Documentos.</translation>
        </message>
        <message>
            <source>Folders that files were taken from last, by what they are for.</source>
            <translation>Carpetas de las que se tomaron archivos por última vez, según para qué son.</translation>
        </message>
        <message>
            <source>Font</source>
            <translation>Fuente</translation>
        </message>
        <message>
            <source>Fonts</source>
            <translation>Fuentes</translation>
        </message>
        <message>
            <source>Fonts (*.ttf *.otf *.woff2 *.woff);;All files (*)</source>
            <translation>Fuentes (*.ttf *.otf *.woff2 *.woff);;Todos los archivos (*)</translation>
        </message>
        <message>
            <source>Fonts to install where a deck's own fonts, such as Georgia and Arial, are missing</source>
            <translation>Fuentes para instalar donde falten las de una presentación, como Georgia y Arial</translation>
        </message>
        <message>
            <source>Fonts: {name}</source>
            <translation>Fuentes: {name}</translation>
        </message>
        <message>
            <source>Footer</source>
            <translation>Pie de página</translation>
        </message>
        <message>
            <source>For a newer version, ask whoever gave you the program or check where you downloaded it.</source>
            <translation>Para una versión más nueva, pregunte a quien le dio el programa o revise el sitio donde lo descargó.</translation>
        </message>
        <message>
            <source>For a print shop</source>
            <translation>Para la imprenta</translation>
        </message>
        <message>
            <source>For all kits. The kit files are kept.</source>
            <translation>De todos los kits. Los archivos de los kits se conservan.</translation>
        </message>
        <message>
            <source>For computers without {families}, such as many with Linux: install these fonts, and text keeps its lines. They are free to use and to share under the license beside them.</source>
            <translation>Para computadoras sin {families}, como muchas con Linux: instale estas fuentes y el texto conservará sus líneas. Se pueden usar y compartir sin costo según la licencia que las acompaña.</translation>
        </message>
        <message>
            <source>For designers</source>
            <translation>Para diseñadores</translation>
        </message>
        <message>
            <source>For each of {count} weeks. The numbers are those of one week.</source>
            <translation>Para cada una de las {count} semanas. Los números son de una semana.</translation>
        </message>
        <message>
            <source>For example</source>
            <translation>Por ejemplo</translation>
        </message>
        <message>
            <source>For example: legal text</source>
            <translation>Por ejemplo: texto legal</translation>
        </message>
        <message>
            <source>For how many people?</source>
            <translation>¿Para cuántas personas?</translation>
        </message>
        <message>
            <source>For now, this slide is left out of the deck.</source>
            <translation>Por ahora, esta diapositiva queda fuera de la presentación.</translation>
        </message>
        <message>
            <source>For posts, newsletter and flyer</source>
            <translation>Para publicaciones, boletín y volante</translation>
        </message>
        <message>
            <source>For the printer: {stock}</source>
            <translation>Para imprimir: {stock}</translation>
        </message>
        <message>
            <source>For week {number}.</source>
            <translation>Para la semana {number}.</translation>
        </message>
        <message>
            <source>Forget recent files</source>
            <translation>Olvidar archivos recientes</translation>
        </message>
        <message>
            <source>Form kept at</source>
            <translation>El formulario está en</translation>
        </message>
        <message>
            <source>Forms of {medium}</source>
            <translation>Formatos de {medium}</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>Encontrado</translation>
        </message>
        <message>
            <source>Free up space on the USB drive, then try again</source>
            <translation>Liberar espacio en la memoria USB y volver a intentarlo</translation>
        </message>
        <message>
            <source>Free up space on the disk, then try again</source>
            <translation>Liberar espacio en el disco y volver a intentarlo</translation>
        </message>
        <message>
            <source>Free up space or choose another disk, then try again.</source>
            <translation>Libere espacio o elija otro disco y vuelva a intentarlo.</translation>
        </message>
        <message>
            <source>Free up space there, or choose another drive.</source>
            <translation>Libere espacio allí o elija otra unidad.</translation>
        </message>
        <message>
            <source>Friendly</source>
            <translation>Amable</translation>
        </message>
        <message>
            <source>From main</source>
            <translation>Del principal</translation>
        </message>
        <message>
            <source>From the logo, {color}</source>
            <translation>Del logotipo, {color}</translation>
        </message>
        <message>
            <source>From the pair above</source>
            <translation>De la pareja de arriba</translation>
        </message>
        <message>
            <source>From {least} to {most} are possible.</source>
            <translation>Son posibles de {least} a {most}.</translation>
        </message>
        <message>
            <source>Front of the sheet</source>
            <translation>Frente de la hoja</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>Pantalla completa</translation>
        </message>
        <message>
            <source>Getting ready. {label}</source>
            <translation>Preparando. {label}</translation>
        </message>
        <message>
            <source>Give 1 to {most} of them.</source>
            <translation>Indique de 1 a {most}.</translation>
        </message>
        <message>
            <source>Give 1 to {most}.</source>
            <translation>Escriba de 1 a {most}.</translation>
        </message>
        <message>
            <source>Give a day from {first} to {last}, counted from the first day of the month.</source>
            <translation>Indique un día del {first} al {last}, contado desde el primer día del mes.</translation>
        </message>
        <message>
            <source>Give a number to call instead.</source>
            <translation>Dé en su lugar un número al que llamar.</translation>
        </message>
        <message>
            <source>Give a year from 2010 to 2100.</source>
            <translation>Indique un año de 2010 a 2100.</translation>
        </message>
        <message>
            <source>Give at most {most_photos}.</source>
            <translation>Indique como máximo {most_photos}.</translation>
        </message>
        <message>
            <source>Give at most {most} with --partner.</source>
            <translation>Indique como máximo {most}.</translation>
        </message>
        <message>
            <source>Give both, or leave this one out.</source>
            <translation>Indique las dos o quite esta.</translation>
        </message>
        <message>
            <source>Give from 1 to {most}, one for each weight.</source>
            <translation>Indique de 1 a {most}, uno por cada grosor.</translation>
        </message>
        <message>
            <source>Give it as 1 to 12.</source>
            <translation>Indíquelo como 1 a 12.</translation>
        </message>
        <message>
            <source>Give its folder another name.</source>
            <translation>Dé otro nombre a su carpeta.</translation>
        </message>
        <message>
            <source>Give its protocol, computer and port, such as tcp://host:8786.</source>
            <translation>Indique protocolo, equipo y puerto, por ejemplo tcp://equipo:8786.</translation>
        </message>
        <message>
            <source>Give more than 0, at most 60.</source>
            <translation>Indique más de 0 y 60 como máximo.</translation>
        </message>
        <message>
            <source>Give one address, under url.</source>
            <translation>Dé una sola dirección, en url.</translation>
        </message>
        <message>
            <source>Give one file for each weight.</source>
            <translation>Indique un archivo por cada grosor.</translation>
        </message>
        <message>
            <source>Give one or two with --color.</source>
            <translation>Indique uno o dos.</translation>
        </message>
        <message>
            <source>Give one such as forms.example.org/a1.</source>
            <translation>Escriba una como forms.example.org/a1.</translation>
        </message>
        <message>
            <source>Give only_year, or take only_why out.</source>
            <translation>Indique only_year o quite only_why.</translation>
        </message>
        <message>
            <source>Give template, fields and alt under [posts.graphic].</source>
            <translation>Indique template, fields y alt en [posts.graphic].</translation>
        </message>
        <message>
            <source>Give the files of one family.</source>
            <translation>Indique los archivos de una sola familia.</translation>
        </message>
        <message>
            <source>Give the first day first, then the last day.</source>
            <translation>Indique primero el primer día y después el último.</translation>
        </message>
        <message>
            <source>Give the name as it should appear on every piece.</source>
            <translation>Escriba el nombre como debe aparecer en cada pieza.</translation>
        </message>
        <message>
            <source>Give the name of the photo, as in team.jpg.</source>
            <translation>Escriba el nombre de la foto, como en team.jpg.</translation>
        </message>
        <message>
            <source>Give the resource with its status first.</source>
            <translation>Indique primero el recurso con su estado.</translation>
        </message>
        <message>
            <source>Give the week with its first and last day, such as 1=2027-01-01..2027-01-10.</source>
            <translation>Indique la semana con su primer y último día, por ejemplo 1=2027-01-01..2027-01-10.</translation>
        </message>
        <message>
            <source>Give this one another id.</source>
            <translation>Dé otro id a este.</translation>
        </message>
        <message>
            <source>Give {count} of them.</source>
            <translation>Escriba {count}.</translation>
        </message>
        <message>
            <source>Go back</source>
            <translation>Volver atrás</translation>
        </message>
        <message>
            <source>Go back to one under the arrow beside Undo.</source>
            <translation>Puede volver a una con la flecha junto a Deshacer.</translation>
        </message>
        <message>
            <source>Go back to {moment}</source>
            <translation>Volver a {moment}</translation>
        </message>
        <message>
            <source>Go back to {time}</source>
            <translation>Volver a las {time}</translation>
        </message>
        <message>
            <source>Go back to…</source>
            <translation>Volver a…</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuar</translation>
        </message>
        <message>
            <source>Goal</source>
            <translation>Objetivo</translation>
        </message>
        <message>
            <source>Graphics that people edit in PowerPoint need it.</source>
            <translation>Lo necesitan los gráficos que se editan en PowerPoint.</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Grupo</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>Guía</translation>
        </message>
        <message>
            <source>H: help is at hand. The room sees the hotline at once; H leads back.</source>
            <translation>H: dónde hay ayuda. La sala ve la línea de ayuda enseguida; con H se vuelve a la diapositiva.</translation>
        </message>
        <message>
            <source>HTPM Studio</source>
            <translation>HTPM Studio</translation>
        </message>
        <message>
            <source>HTPM Studio closed unexpectedly. Everything up to {time} is here.</source>
            <translation>HTPM Studio se cerró de forma inesperada. Todo hasta las {time} está aquí.</translation>
        </message>
        <message>
            <source>HTPM Studio is free software under the MIT license.</source>
            <translation>HTPM Studio es software libre con licencia MIT.</translation>
        </message>
        <message>
            <source>Half a sentence where a term first appears keeps everyone with you.</source>
            <translation>Media frase donde el término aparece por primera vez basta para que nadie se pierda.</translation>
        </message>
        <message>
            <source>Handouts</source>
            <translation>Folletos</translation>
        </message>
        <message>
            <source>Has someone with lived experience reviewed it?</source>
            <translation>¿Lo revisó alguien con experiencia vivida?</translation>
        </message>
        <message>
            <source>Hashtag</source>
            <translation>Hashtag</translation>
        </message>
        <message>
            <source>Heading</source>
            <translation>Encabezado</translation>
        </message>
        <message>
            <source>Headline</source>
            <translation>Título</translation>
        </message>
        <message>
            <source>Headlines</source>
            <translation>Titulares</translation>
        </message>
        <message>
            <source>Health and help</source>
            <translation>Salud y ayuda</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Ayuda</translation>
        </message>
        <message>
            <source>Help is at hand</source>
            <translation>Dónde hay ayuda</translation>
        </message>
        <message>
            <source>Helpline on every piece</source>
            <translation>Línea de ayuda en cada pieza</translation>
        </message>
        <message>
            <source>Hex</source>
            <translation>Hexadecimal</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Ocultar</translation>
        </message>
        <message>
            <source>Hide all words</source>
            <translation>Ocultar todas las palabras</translation>
        </message>
        <message>
            <source>Hide what you do not need</source>
            <translation>Ocultar lo que no necesita</translation>
        </message>
        <message>
            <source>Hide {what}</source>
            <translation>Ocultar {what}</translation>
        </message>
        <message>
            <source>High contrast follows the system setting.</source>
            <translation>El contraste alto sigue la configuración del sistema.</translation>
        </message>
        <message>
            <source>Hold a ruler to the lines. If they are too short, choose</source>
            <translation>Ponga una regla sobre las líneas. Si son demasiado cortas, elija</translation>
        </message>
        <message>
            <source>Hotline</source>
            <translation>Línea de ayuda</translation>
        </message>
        <message>
            <source>Hotline, safety line and credits stay as they are.</source>
            <translation>La línea de ayuda, la línea de seguridad y los créditos quedan como están.</translation>
        </message>
        <message>
            <source>How many</source>
            <translation>Cuántas</translation>
        </message>
        <message>
            <source>How many: {title}</source>
            <translation>Cuántas: {title}</translation>
        </message>
        <message>
            <source>How many?</source>
            <translation>¿Cuántas?</translation>
        </message>
        <message>
            <source>How to</source>
            <translation>Cómo se hace</translation>
        </message>
        <message>
            <source>How to…</source>
            <translation>Cómo se hace…</translation>
        </message>
        <message>
            <source>Hue</source>
            <translation>Tono</translation>
        </message>
        <message>
            <source>I do not know yet</source>
            <translation>Todavía no lo sé</translation>
        </message>
        <message>
            <source>If a side is missing, the printer cannot reach that part of the page.</source>
            <translation>Si falta un lado, la impresora no alcanza esa parte de la página.</translation>
        </message>
        <message>
            <source>If the printer’s window asks for a size, choose “Actual size”, not “Fit to page”.</source>
            <translation>Si la ventana de la impresora pide un tamaño, elija “Tamaño real”, no “Ajustar a la página”.</translation>
        </message>
        <message>
            <source>If you don't write your own, the kit's text is used.</source>
            <translation>Si no escribe el suyo, se usa el texto del kit.</translation>
        </message>
        <message>
            <source>If you stop, no half-finished files are left behind.</source>
            <translation>Si lo detiene, no quedan archivos a medias.</translation>
        </message>
        <message>
            <source>Import a toolkit</source>
            <translation>Importar kit de materiales</translation>
        </message>
        <message>
            <source>Import toolkit…</source>
            <translation>Importar kit de materiales…</translation>
        </message>
        <message>
            <source>In 1 piece now.</source>
            <translation>Ahora en 1 pieza.</translation>
        </message>
        <message>
            <source>In Excel, use "Save As" and choose "CSV UTF-8".</source>
            <translation>En Excel, use “Guardar como” y elija “CSV UTF-8”.</translation>
        </message>
        <message>
            <source>In all {count} photos. Until you answer, they are in no file.</source>
            <translation>En las {count} fotos. Hasta que responda, no están en ningún archivo.</translation>
        </message>
        <message>
            <source>In another program: LibreOffice shows these decks as they are, but a deck that you save there loses its sections, the timing of the loop, the table header, some descriptions of pictures and part of the theme colors. In any other, look through the slides before an event, and set the timing of the loop again. The PDF file beside each deck looks the same everywhere.</source>
            <translation>En otro programa: LibreOffice muestra estas presentaciones tal como son, pero una presentación que guarde allí pierde sus secciones, los tiempos de la proyección continua, el encabezado de la tabla, algunas descripciones de imágenes y parte de los colores del tema. En cualquier otro, revise las diapositivas antes de un evento y vuelva a fijar los tiempos de la proyección continua. El archivo PDF que acompaña a cada presentación se ve igual en todas partes.</translation>
        </message>
        <message>
            <source>In every piece that takes a photo</source>
            <translation>En cada pieza que lleva una foto</translation>
        </message>
        <message>
            <source>In federal law, trafficking is for labor or commercial sex: a sex act in exchange for anything of value.</source>
            <translation>Según la ley federal, el fin de la trata es el trabajo o los actos sexuales comerciales, es decir, a cambio de algo de valor.</translation>
        </message>
        <message>
            <source>In filled areas, the main color becomes {color} so that text on it can be read.</source>
            <translation>En las superficies, el color principal pasa a ser {color} para que el texto se pueda leer.</translation>
        </message>
        <message>
            <source>In the document, {place}</source>
            <translation>En el documento, {place}</translation>
        </message>
        <message>
            <source>In the drawing program, convert the text to outlines (also called "paths" or "curves") and save it again.</source>
            <translation>En el programa de dibujo, convierta el texto en contornos (también “trazados” o “curvas”) y guárdelo otra vez.</translation>
        </message>
        <message>
            <source>In the folder of the program's source, type: pip install '.[cluster]'</source>
            <translation>En la carpeta del código fuente del programa, escriba: pip install '.[cluster]'</translation>
        </message>
        <message>
            <source>In the printer window choose “Actual size”. “Fit to page” makes cards too small.</source>
            <translation>En la ventana de impresión elija “Tamaño real”. “Ajustar a la página” hace las tarjetas demasiado pequeñas.</translation>
        </message>
        <message>
            <source>In these pieces</source>
            <translation>En estas piezas</translation>
        </message>
        <message>
            <source>In these pieces, once it may be shown</source>
            <translation>En estas piezas, cuando se pueda mostrar</translation>
        </message>
        <message>
            <source>In this field a buyer is a person who pays for sex.</source>
            <translation>En este campo, un comprador es quien paga por sexo.</translation>
        </message>
        <message>
            <source>In two tones of the brand</source>
            <translation>En dos tonos de la marca</translation>
        </message>
        <message>
            <source>In use as {name} color</source>
            <translation>En uso como color {name}</translation>
        </message>
        <message>
            <source>In your PowerPoint design, the text of this slide takes {count} slides.</source>
            <translation>En su diseño de PowerPoint, el texto de esta diapositiva ocupa {count} diapositivas.</translation>
        </message>
        <message>
            <source>In your kit now</source>
            <translation>En su kit ahora</translation>
        </message>
        <message>
            <source>In your own PowerPoint design, change the words under “All words”.</source>
            <translation>En su propio diseño de PowerPoint, cambie las palabras en «Todas las palabras».</translation>
        </message>
        <message>
            <source>In {count} pieces now.</source>
            <translation>Ahora en {count} piezas.</translation>
        </message>
        <message>
            <source>In “{layout}”, title or text has no room where the presentation has it: it lies elsewhere on the slide.</source>
            <translation>En “{layout}”, el título o el texto no tiene lugar donde lo pone la presentación: está en otra parte de la diapositiva.</translation>
        </message>
        <message>
            <source>Include in export</source>
            <translation>Incluir al exportar</translation>
        </message>
        <message>
            <source>Include in the kit</source>
            <translation>Incluir en el kit</translation>
        </message>
        <message>
            <source>Include it in the kit (N)</source>
            <translation>Incluirlo en el kit (N)</translation>
        </message>
        <message>
            <source>Include slide</source>
            <translation>Incluir diapositiva</translation>
        </message>
        <message>
            <source>Include {what}</source>
            <translation>Incluir {what}</translation>
        </message>
        <message>
            <source>Include {what} in the kit</source>
            <translation>Incluir {what} en el kit</translation>
        </message>
        <message>
            <source>Includes the text in the picture</source>
            <translation>Incluye el texto de la imagen</translation>
        </message>
        <message>
            <source>Independence Day</source>
            <translation>Día de la Independencia</translation>
        </message>
        <message>
            <source>Info table</source>
            <translation>Mesa</translation>
        </message>
        <message>
            <source>Install "reportlab&gt;=5,&lt;6".</source>
            <translation>Instale "reportlab&gt;=5,&lt;6".</translation>
        </message>
        <message>
            <source>Install HTPM Studio again.</source>
            <translation>Vuelva a instalar HTPM Studio.</translation>
        </message>
        <message>
            <source>Install the program again.</source>
            <translation>Instale el programa de nuevo.</translation>
        </message>
        <message>
            <source>Install the same HTPM Studio, with the same libraries, on all computers of the cluster.</source>
            <translation>Instale el mismo HTPM Studio, con las mismas bibliotecas, en todos los equipos del clúster.</translation>
        </message>
        <message>
            <source>Instead, in 1 piece</source>
            <translation>En su lugar, en 1 pieza</translation>
        </message>
        <message>
            <source>Instead, in {count} pieces</source>
            <translation>En su lugar, en {count} piezas</translation>
        </message>
        <message>
            <source>Introduction</source>
            <translation>Introducción</translation>
        </message>
        <message>
            <source>Is labor trafficking included too?</source>
            <translation>¿Se incluye también la trata laboral?</translation>
        </message>
        <message>
            <source>It appears in: {pieces}.</source>
            <translation>Aparece en: {pieces}.</translation>
        </message>
        <message>
            <source>It appears only where you put it. Is it the right file?</source>
            <translation>Aparece solo donde la ponga. ¿Es el archivo correcto?</translation>
        </message>
        <message>
            <source>It begins: {text}</source>
            <translation>Empieza así: {text}</translation>
        </message>
        <message>
            <source>It begins: {value}</source>
            <translation>Empieza así: {value}</translation>
        </message>
        <message>
            <source>It belongs to</source>
            <translation>Corresponde a</translation>
        </message>
        <message>
            <source>It belongs to the page, not to the toolkit: a menu, a notice, a margin.</source>
            <translation>Pertenece a la página, no al kit de materiales: un menú, un aviso, un margen.</translation>
        </message>
        <message>
            <source>It can miss faces, above all in profile, from behind or far away. It was not measured with head coverings such as a hijab, a niqab or a turban. Look at each photo, and click the faces that it missed.</source>
            <translation>Puede pasar por alto caras, sobre todo de perfil, de espaldas o lejanas. No se midió con prendas que cubren la cabeza, como el hiyab, el nicab o el turbante. Mire cada foto y haga clic en las caras que falten.</translation>
        </message>
        <message>
            <source>It does not belong to a week.</source>
            <translation>No corresponde a ninguna semana.</translation>
        </message>
        <message>
            <source>It does not name a year, so your kit's year is used.</source>
            <translation>No indica ningún año, así que se usa el de su kit.</translation>
        </message>
        <message>
            <source>It does not say clearly in which month that is.</source>
            <translation>No dice con claridad en qué mes es.</translation>
        </message>
        <message>
            <source>It does not say for which month, week or day it is.</source>
            <translation>No dice para qué mes, semana o día es.</translation>
        </message>
        <message>
            <source>It ends like a post, with an address or hashtags; no heading says that it is one.</source>
            <translation>Termina como una publicación, con una dirección o hashtags; ningún título dice que lo sea.</translation>
        </message>
        <message>
            <source>It explains how to use hashtags.</source>
            <translation>Explica cómo usar los hashtags.</translation>
        </message>
        <message>
            <source>It fits.</source>
            <translation>Cabe en el tiempo.</translation>
        </message>
        <message>
            <source>It has its own text.</source>
            <translation>Tiene su propio texto.</translation>
        </message>
        <message>
            <source>It has more than {most} shapes.</source>
            <translation>Tiene más de {most} formas.</translation>
        </message>
        <message>
            <source>It has no address or hashtag.</source>
            <translation>No tiene dirección ni hashtag.</translation>
        </message>
        <message>
            <source>It has no text.</source>
            <translation>No contiene texto.</translation>
        </message>
        <message>
            <source>It has no viewBox with four numbers.</source>
            <translation>No tiene un viewBox con cuatro números.</translation>
        </message>
        <message>
            <source>It has: {names}.</source>
            <translation>Tiene: {names}.</translation>
        </message>
        <message>
            <source>It introduces the goals.</source>
            <translation>Presenta los objetivos.</translation>
        </message>
        <message>
            <source>It introduces the resources.</source>
            <translation>Presenta los recursos.</translation>
        </message>
        <message>
            <source>It introduces the weeks.</source>
            <translation>Presenta las semanas.</translation>
        </message>
        <message>
            <source>It is</source>
            <translation>Es</translation>
        </message>
        <message>
            <source>It is a false picture of how people are held, and people who live it do not see themselves.</source>
            <translation>Es una imagen falsa de cómo se retiene a las personas, y quienes lo viven no se reconocen en ella.</translation>
        </message>
        <message>
            <source>It is a line with an address, and not in a list.</source>
            <translation>Es una línea con una dirección y no está en una lista.</translation>
        </message>
        <message>
            <source>It is a stereotype that hides how ordinary the places are.</source>
            <translation>Es un estereotipo que oculta lo comunes que son los lugares.</translation>
        </message>
        <message>
            <source>It is about Voices of Freedom; the kit has its own text for that.</source>
            <translation>Trata de Voices of Freedom; el kit tiene su propio texto para ello.</translation>
        </message>
        <message>
            <source>It is about images, threats or strangers online, and lacks a number that helps then. Add: “{suggest}”</source>
            <translation>Habla de imágenes, amenazas o desconocidos en línea y le falta un número que ayuda. Agregue: “{suggest}”</translation>
        </message>
        <message>
            <source>It is about the proclamation.</source>
            <translation>Trata de la proclamación.</translation>
        </message>
        <message>
            <source>It is among the posts but has no link or hashtag.</source>
            <translation>Está entre las publicaciones, pero no tiene enlace ni hashtag.</translation>
        </message>
        <message>
            <source>It is below the theme.</source>
            <translation>Está debajo del lema.</translation>
        </message>
        <message>
            <source>It is below the week in the list of weeks.</source>
            <translation>Está debajo de la semana en la lista de semanas.</translation>
        </message>
        <message>
            <source>It is dangerous for the person and for the one who steps in.</source>
            <translation>Es peligroso para la persona y para quien interviene.</translation>
        </message>
        <message>
            <source>It is first used at {first}.</source>
            <translation>La primera vez está en {first}.</translation>
        </message>
        <message>
            <source>It is for the whole month; say which week it belongs to.</source>
            <translation>Es para todo el mes; indique a qué semana pertenece.</translation>
        </message>
        <message>
            <source>It is here: {path}</source>
            <translation>Está aquí: {path}</translation>
        </message>
        <message>
            <source>It is in the second language of the document; a kit has only one.</source>
            <translation>Está en el segundo idioma del documento; un kit tiene uno solo.</translation>
        </message>
        <message>
            <source>It is in {file}.</source>
            <translation>Está en {file}.</translation>
        </message>
        <message>
            <source>It is larger than {most} bytes.</source>
            <translation>Tiene más de {most} bytes.</translation>
        </message>
        <message>
            <source>It is left out.</source>
            <translation>Se omite.</translation>
        </message>
        <message>
            <source>It is longer than a post.</source>
            <translation>Es más largo que una publicación.</translation>
        </message>
        <message>
            <source>It is missing as {files}.</source>
            <translation>Falta como {files}.</translation>
        </message>
        <message>
            <source>It is no longer available.</source>
            <translation>Ya no está disponible.</translation>
        </message>
        <message>
            <source>It is not an SVG drawing.</source>
            <translation>No es un dibujo SVG.</translation>
        </message>
        <message>
            <source>It is not complete XML.</source>
            <translation>No es XML completo.</translation>
        </message>
        <message>
            <source>It is one of the headings with the same parts below them.</source>
            <translation>Es uno de los títulos que tienen debajo las mismas partes.</translation>
        </message>
        <message>
            <source>It is the alternative text of a picture.</source>
            <translation>Es el texto alternativo de una imagen.</translation>
        </message>
        <message>
            <source>It is the head of a table, or in the table of contents.</source>
            <translation>Es el encabezado de una tabla o está en el índice.</translation>
        </message>
        <message>
            <source>It is the title of the toolkit.</source>
            <translation>Es el título del kit de materiales.</translation>
        </message>
        <message>
            <source>It is the title of the week.</source>
            <translation>Es el título de la semana.</translation>
        </message>
        <message>
            <source>It is too long for a resource title.</source>
            <translation>Es demasiado largo para el título de un recurso.</translation>
        </message>
        <message>
            <source>It is under a heading that the program does not recognize.</source>
            <translation>Está debajo de un título que el programa no reconoce.</translation>
        </message>
        <message>
            <source>It is {right}.</source>
            <translation>Es {right}.</translation>
        </message>
        <message>
            <source>It lacks: {parts}.</source>
            <translation>Le falta: {parts}.</translation>
        </message>
        <message>
            <source>It looks like a post; its heading is not one that the program knows.</source>
            <translation>Parece una publicación; el programa no conoce su título.</translation>
        </message>
        <message>
            <source>It looks like a thing to do; its heading is not one that the program knows.</source>
            <translation>Parece algo que hacer; el programa no conoce su título.</translation>
        </message>
        <message>
            <source>It makes the helper the subject and the person an object.</source>
            <translation>Convierte en sujeto a quien ayuda y en objeto a la persona.</translation>
        </message>
        <message>
            <source>It may be one of these: {choices}.</source>
            <translation>Puede ser una de estas: {choices}.</translation>
        </message>
        <message>
            <source>It names a person by what was done to them.</source>
            <translation>Nombra a una persona por lo que le hicieron.</translation>
        </message>
        <message>
            <source>It names a telephone number, but does not say that it is the helpline.</source>
            <translation>Menciona un número de teléfono, pero no dice que sea la línea de ayuda.</translation>
        </message>
        <message>
            <source>It names no helpline.</source>
            <translation>No nombra ninguna línea de ayuda.</translation>
        </message>
        <message>
            <source>It names several telephone numbers. Which one is the helpline?</source>
            <translation>Nombra varios números de teléfono. ¿Cuál es el de la línea de ayuda?</translation>
        </message>
        <message>
            <source>It needs {field} but does not show it on pages of the size {sizes}.</source>
            <translation>Necesita {field}, pero no lo muestra en páginas del tamaño {sizes}.</translation>
        </message>
        <message>
            <source>It needs {field}, but a condition can hide it on pages of the size {sizes}.</source>
            <translation>Necesita {field}, pero una condición puede ocultarlo en las páginas de tamaño {sizes}.</translation>
        </message>
        <message>
            <source>It puts violence on display.</source>
            <translation>Exhibe la violencia.</translation>
        </message>
        <message>
            <source>It repeats the exploitation.</source>
            <translation>Repite la explotación.</translation>
        </message>
        <message>
            <source>It repeats what is there already.</source>
            <translation>Repite lo que ya está.</translation>
        </message>
        <message>
            <source>It says how to reach the helpline, which every piece says itself.</source>
            <translation>Dice cómo comunicarse con la línea de ayuda; cada pieza ya lo dice.</translation>
        </message>
        <message>
            <source>It says what the lines below it are.</source>
            <translation>Dice qué son las líneas de debajo.</translation>
        </message>
        <message>
            <source>It says when the week is.</source>
            <translation>Dice cuándo es la semana.</translation>
        </message>
        <message>
            <source>It says whom to call.</source>
            <translation>Dice a quién llamar.</translation>
        </message>
        <message>
            <source>It still fits</source>
            <translation>Todavía corresponde</translation>
        </message>
        <message>
            <source>It works offline. It sends nothing and does not check for updates.</source>
            <translation>Funciona sin conexión. No envía nada ni busca actualizaciones.</translation>
        </message>
        <message>
            <source>Its address or hashtags are below it.</source>
            <translation>Su dirección o sus hashtags están debajo.</translation>
        </message>
        <message>
            <source>Its consent ends on {day}; it leaves all pieces then.</source>
            <translation>Su consentimiento termina el {day}; entonces sale de todas las piezas.</translation>
        </message>
        <message>
            <source>Its description is empty. Screen readers say “{words}”</source>
            <translation>Su descripción está vacía. Los lectores de pantalla dicen “{words}”</translation>
        </message>
        <message>
            <source>Its file has changed since, so this is a copy.</source>
            <translation>Su archivo cambió desde entonces; por eso esto es una copia.</translation>
        </message>
        <message>
            <source>Its first line must name the columns: {names}.</source>
            <translation>Su primera línea debe nombrar las columnas: {names}.</translation>
        </message>
        <message>
            <source>Its graphic has only a part of it</source>
            <translation>Su gráfico solo tiene una parte</translation>
        </message>
        <message>
            <source>Its heading is not a purpose that the program knows.</source>
            <translation>Su título no es un propósito que el programa conozca.</translation>
        </message>
        <message>
            <source>Its number was determined from its dates.</source>
            <translation>Su número se dedujo de las fechas.</translation>
        </message>
        <message>
            <source>Its page {page} cannot be drawn, so it is not used.</source>
            <translation>Su página {page} no se puede dibujar, así que no se usa.</translation>
        </message>
        <message>
            <source>Its title is a heading.</source>
            <translation>Su título es un encabezado.</translation>
        </message>
        <message>
            <source>Its words and pictures stay as they are until you unlock it.</source>
            <translation>Sus palabras e imágenes quedan como están hasta que la desbloquee.</translation>
        </message>
        <message>
            <source>Join with the next</source>
            <translation>Unir con la siguiente</translation>
        </message>
        <message>
            <source>July 4</source>
            <translation>4 de julio</translation>
        </message>
        <message>
            <source>Juneteenth</source>
            <translation>Juneteenth</translation>
        </message>
        <message>
            <source>Jurisdiction</source>
            <translation>Jurisdicción</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Dejarlo así</translation>
        </message>
        <message>
            <source>Keep it under {most} characters.</source>
            <translation>Use menos de {most} caracteres.</translation>
        </message>
        <message>
            <source>Keep its dates</source>
            <translation>Dejar sus fechas</translation>
        </message>
        <message>
            <source>Keep mine</source>
            <translation>Conservar lo mío</translation>
        </message>
        <message>
            <source>Keep one of them.</source>
            <translation>Conserve uno de ellos.</translation>
        </message>
        <message>
            <source>Keep only templates that you use there.</source>
            <translation>Deje ahí solo las plantillas que usa.</translation>
        </message>
        <message>
            <source>Keep only the rows and columns of the list.</source>
            <translation>Deje solo las filas y columnas de la lista.</translation>
        </message>
        <message>
            <source>Keep only those that you use there.</source>
            <translation>Conserve solo los que use allí.</translation>
        </message>
        <message>
            <source>Keep ours</source>
            <translation>Conservar el nuestro</translation>
        </message>
        <message>
            <source>Keep the date</source>
            <translation>Dejar la fecha</translation>
        </message>
        <message>
            <source>Keep the description</source>
            <translation>Dejar la descripción</translation>
        </message>
        <message>
            <source>Keep the drawn picture</source>
            <translation>Dejar la imagen dibujada</translation>
        </message>
        <message>
            <source>Keep the first two</source>
            <translation>Dejar las dos primeras</translation>
        </message>
        <message>
            <source>Keep the folder together: the links open the files beside this page. No internet is needed.</source>
            <translation>No separe la carpeta: los enlaces abren los archivos que están junto a esta página. No se necesita internet.</translation>
        </message>
        <message>
            <source>Keep the more important one.</source>
            <translation>Deje la más importante.</translation>
        </message>
        <message>
            <source>Keep this person</source>
            <translation>Mantener a esta persona</translation>
        </message>
        <message>
            <source>Keep this text</source>
            <translation>Dejar este texto</translation>
        </message>
        <message>
            <source>Keep working</source>
            <translation>Seguir trabajando</translation>
        </message>
        <message>
            <source>Kept in this kit as the last rehearsal of this deck. It goes into no exported file.</source>
            <translation>Se guarda en este kit como el último ensayo de esta presentación. No va en ningún archivo exportado.</translation>
        </message>
        <message>
            <source>Kept so that the next export is quick. Certificates with names are never kept.</source>
            <translation>Se guardan para que la próxima exportación sea rápida. Los certificados con nombres nunca se guardan.</translation>
        </message>
        <message>
            <source>Key: {key}</source>
            <translation>Tecla: {key}</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Teclas</translation>
        </message>
        <message>
            <source>Keys for {command}</source>
            <translation>Teclas para {command}</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Tipo</translation>
        </message>
        <message>
            <source>Kinds, formats, plain decks and print-shop files: whatever is selected under Export kit &gt; Choose.</source>
            <translation>Tipos, formatos, presentaciones sencillas y archivos para imprenta: lo que está marcado en Exportar kit &gt; Elegir.</translation>
        </message>
        <message>
            <source>Kit</source>
            <translation>Kit</translation>
        </message>
        <message>
            <source>Kit description</source>
            <translation>Descripción del kit</translation>
        </message>
        <message>
            <source>Kit file that was open when the program ended.</source>
            <translation>Archivo de kit que estaba abierto cuando terminó el programa.</translation>
        </message>
        <message>
            <source>Kit files opened before, the last one first.</source>
            <translation>Archivos de kits abiertos antes, el último primero.</translation>
        </message>
        <message>
            <source>Kit notes</source>
            <translation>Notas del kit</translation>
        </message>
        <message>
            <source>Kit picture</source>
            <translation>Imagen del kit</translation>
        </message>
        <message>
            <source>Kit post text</source>
            <translation>Texto de publicación del kit</translation>
        </message>
        <message>
            <source>Kit size of the logo</source>
            <translation>Tamaño del logotipo del kit</translation>
        </message>
        <message>
            <source>Kit text of {field}</source>
            <translation>Texto del kit: {field}</translation>
        </message>
        <message>
            <source>Kit text of “{title}”</source>
            <translation>Texto del kit de “{title}”</translation>
        </message>
        <message>
            <source>Kit version of {what}</source>
            <translation>Versión del kit: {what}</translation>
        </message>
        <message>
            <source>Kit's picture</source>
            <translation>Imagen del kit</translation>
        </message>
        <message>
            <source>Kit's words</source>
            <translation>Palabras del kit</translation>
        </message>
        <message>
            <source>Kits ({pattern})</source>
            <translation>Kits ({pattern})</translation>
        </message>
        <message>
            <source>Kits are being made. Stop that first, or wait.</source>
            <translation>Se están preparando kits. Deténgalos primero o espere.</translation>
        </message>
        <message>
            <source>Kits for partner organizations</source>
            <translation>Kits para organizaciones aliadas</translation>
        </message>
        <message>
            <source>Kits for partner organizations…</source>
            <translation>Kits para organizaciones aliadas…</translation>
        </message>
        <message>
            <source>Known names: {names}.</source>
            <translation>Nombres conocidos: {names}.</translation>
        </message>
        <message>
            <source>Labor Day</source>
            <translation>Día del Trabajo</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Idioma</translation>
        </message>
        <message>
            <source>Language of the app</source>
            <translation>Idioma de la aplicación</translation>
        </message>
        <message>
            <source>Language of the kit</source>
            <translation>Idioma del kit</translation>
        </message>
        <message>
            <source>Language of the window, not of the kit.</source>
            <translation>Idioma de la ventana, no del kit.</translation>
        </message>
        <message>
            <source>Larger (+)</source>
            <translation>Más grande (+)</translation>
        </message>
        <message>
            <source>Larger pictures</source>
            <translation>Imágenes más grandes</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Último día</translation>
        </message>
        <message>
            <source>Last day of week {n}</source>
            <translation>Último día de la semana {n}</translation>
        </message>
        <message>
            <source>Last time</source>
            <translation>La última vez</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Después</translation>
        </message>
        <message>
            <source>Leave hashtags out.</source>
            <translation>Quite hashtags.</translation>
        </message>
        <message>
            <source>Leave it out</source>
            <translation>Dejarlo fuera</translation>
        </message>
        <message>
            <source>Leave it out (K)</source>
            <translation>Dejarlo fuera (K)</translation>
        </message>
        <message>
            <source>Leave it out.</source>
            <translation>Omítalo.</translation>
        </message>
        <message>
            <source>Leave it out: what has no presets is in no order.</source>
            <translation>Quítelo: lo que no tiene presets no está en ningún pedido.</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>Dejar fuera</translation>
        </message>
        <message>
            <source>Leave out of the kit</source>
            <translation>Excluir del kit</translation>
        </message>
        <message>
            <source>Leave out slide</source>
            <translation>Excluir diapositiva</translation>
        </message>
        <message>
            <source>Leave out slide {number}</source>
            <translation>Dejar fuera la diapositiva {number}</translation>
        </message>
        <message>
            <source>Leave out text and short.</source>
            <translation>Quite text y short.</translation>
        </message>
        <message>
            <source>Leave out {number}?</source>
            <translation>¿Dejar fuera la {number}?</translation>
        </message>
        <message>
            <source>Leave out {what}</source>
            <translation>Excluir {what}</translation>
        </message>
        <message>
            <source>Leave search out.</source>
            <translation>Omita search.</translation>
        </message>
        <message>
            <source>Leave the kit as it is</source>
            <translation>Dejar el kit como está</translation>
        </message>
        <message>
            <source>Leave the slide out</source>
            <translation>Dejar fuera la diapositiva</translation>
        </message>
        <message>
            <source>Leave url out, or set its status.</source>
            <translation>Quite url o indique su estado.</translation>
        </message>
        <message>
            <source>Leave {what} out of the kit</source>
            <translation>Excluir {what} del kit</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>Izquierda</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Excluido</translation>
        </message>
        <message>
            <source>Left out of the kit.</source>
            <translation>Excluido del kit.</translation>
        </message>
        <message>
            <source>Left out {what}.</source>
            <translation>Fuera del kit: {what}.</translation>
        </message>
        <message>
            <source>Less than a minute of {planned}.</source>
            <translation>Menos de un minuto de {planned}.</translation>
        </message>
        <message>
            <source>Less than half of the slides were shown, so this rehearsal is not kept.</source>
            <translation>Se mostró menos de la mitad de las diapositivas, así que este ensayo no se guarda.</translation>
        </message>
        <message>
            <source>Let the program choose</source>
            <translation>Dejar que el programa elija</translation>
        </message>
        <message>
            <source>Let the program choose who is here</source>
            <translation>Dejar que el programa elija quién está aquí</translation>
        </message>
        <message>
            <source>Let these words be others in this size than in the rest</source>
            <translation>Que estas palabras sean otras en este tamaño que en los demás</translation>
        </message>
        <message>
            <source>Let these words say again what the kit says</source>
            <translation>Que estas palabras digan otra vez lo que dice el kit</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>Carta</translation>
        </message>
        <message>
            <source>Letter and A4</source>
            <translation>Carta y A4</translation>
        </message>
        <message>
            <source>License</source>
            <translation>Licencia</translation>
        </message>
        <message>
            <source>Licenses</source>
            <translation>Licencias</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Claro</translation>
        </message>
        <message>
            <source>Light or dark window, or as the system has it.</source>
            <translation>Ventana clara u oscura, o como la tenga el sistema.</translation>
        </message>
        <message>
            <source>Line below</source>
            <translation>Línea de abajo</translation>
        </message>
        <message>
            <source>Line break</source>
            <translation>Salto de línea</translation>
        </message>
        <message>
            <source>Line to fill in</source>
            <translation>Línea para llenar</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>Líneas</translation>
        </message>
        <message>
            <source>Lines and number</source>
            <translation>Líneas y número</translation>
        </message>
        <message>
            <source>List it under hashtags, without the # sign.</source>
            <translation>Póngala en hashtags, sin el signo #.</translation>
        </message>
        <message>
            <source>List of organizations</source>
            <translation>Lista de organizaciones</translation>
        </message>
        <message>
            <source>List to review</source>
            <translation>Lista de lo que hay que revisar</translation>
        </message>
        <message>
            <source>Lists (*.csv *.txt *.xlsx)</source>
            <translation>Listas (*.csv *.txt *.xlsx)</translation>
        </message>
        <message>
            <source>Lists ({endings})</source>
            <translation>Listas ({endings})</translation>
        </message>
        <message>
            <source>Local number</source>
            <translation>Número local</translation>
        </message>
        <message>
            <source>Local phone</source>
            <translation>Teléfono local</translation>
        </message>
        <message>
            <source>Location and camera data are always removed from pictures.</source>
            <translation>Siempre se quitan de las imágenes los datos de lugar y de cámara.</translation>
        </message>
        <message>
            <source>Location and camera data were removed from every photo ({n}).</source>
            <translation>Se quitaron los datos de lugar y de cámara de todas las fotos ({n}).</translation>
        </message>
        <message>
            <source>Location data removed</source>
            <translation>Se quitaron los datos de lugar</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Bloquear</translation>
        </message>
        <message>
            <source>Lock against changes</source>
            <translation>Bloquear contra cambios</translation>
        </message>
        <message>
            <source>Lock piece</source>
            <translation>Bloquear pieza</translation>
        </message>
        <message>
            <source>Lock {what}</source>
            <translation>Bloquear {what}</translation>
        </message>
        <message>
            <source>Lock {what} against changes</source>
            <translation>Bloquear {what} contra cambios</translation>
        </message>
        <message>
            <source>Locked {what}.</source>
            <translation>Bloqueo: {what}.</translation>
        </message>
        <message>
            <source>Logo</source>
            <translation>Logotipo</translation>
        </message>
        <message>
            <source>Logo box</source>
            <translation>Zona del logotipo</translation>
        </message>
        <message>
            <source>Logo on the background</source>
            <translation>Fondo con logotipo</translation>
        </message>
        <message>
            <source>Logo only</source>
            <translation>Solo el logotipo</translation>
        </message>
        <message>
            <source>Logo size</source>
            <translation>Tamaño del logotipo</translation>
        </message>
        <message>
            <source>Logo used. {count} more added to Pictures.</source>
            <translation>Se usó el logotipo. Se añadieron {count} más a Imágenes.</translation>
        </message>
        <message>
            <source>Logo, as others see it: {side}</source>
            <translation>Logotipo, como lo ven los demás: {side}</translation>
        </message>
        <message>
            <source>Logo, drop another one or press Enter to replace it</source>
            <translation>Logotipo; suelte otro o presione Enter para reemplazarlo</translation>
        </message>
        <message>
            <source>Logo: {place}</source>
            <translation>Logotipo: {place}</translation>
        </message>
        <message>
            <source>Logos (*.svg *.png *.jpg *.jpeg *.webp);;All files (*)</source>
            <translation>Logotipos (*.svg *.png *.jpg *.jpeg *.webp);;Todos los archivos (*)</translation>
        </message>
        <message>
            <source>Logos ({endings})</source>
            <translation>Logotipos ({endings})</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Aspecto</translation>
        </message>
        <message>
            <source>Look at all</source>
            <translation>Ver todas</translation>
        </message>
        <message>
            <source>Look at all partners</source>
            <translation>Ver todas las organizaciones aliadas</translation>
        </message>
        <message>
            <source>Look at row {number}, and shorten it.</source>
            <translation>Revise la fila {number} y acórtelo.</translation>
        </message>
        <message>
            <source>Look in its folder</source>
            <translation>Buscar en su carpeta</translation>
        </message>
        <message>
            <source>Looked for weeks, days or themes in headings, and posts with an address or a hashtag below them. Found: {found}</source>
            <translation>Se buscaron semanas, días o temas en los títulos, y publicaciones con una dirección o un hashtag debajo. Se encontró: {found}</translation>
        </message>
        <message>
            <source>Looking for drives…</source>
            <translation>Buscando unidades…</translation>
        </message>
        <message>
            <source>Looking through the kit…</source>
            <translation>Revisando el kit…</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Revisando…</translation>
        </message>
        <message>
            <source>MLK Day</source>
            <translation>Día de MLK</translation>
        </message>
        <message>
            <source>MMM d</source>
            <translation>d MMM</translation>
        </message>
        <message>
            <source>MMM d, yyyy</source>
            <translation>d MMM yyyy</translation>
        </message>
        <message>
            <source>MMMM d</source>
            <translation>d 'de' MMMM</translation>
        </message>
        <message>
            <source>Made for brands like yours: {name}</source>
            <translation>Hecha para marcas como la suya: {name}</translation>
        </message>
        <message>
            <source>Main</source>
            <translation>Principal</translation>
        </message>
        <message>
            <source>Main color</source>
            <translation>Color principal</translation>
        </message>
        <message>
            <source>Make 1 kit</source>
            <translation>Preparar 1 kit</translation>
        </message>
        <message>
            <source>Make a kit</source>
            <translation>Hacer un kit</translation>
        </message>
        <message>
            <source>Make a kit for another week</source>
            <translation>Hacer el kit de otra semana</translation>
        </message>
        <message>
            <source>Make a piece of print, or remove its folder.</source>
            <translation>Haga una pieza de print o quite su carpeta.</translation>
        </message>
        <message>
            <source>Make files while I rest</source>
            <translation>Crear archivos mientras descanso</translation>
        </message>
        <message>
            <source>Make finished kits again</source>
            <translation>Hacer de nuevo los kits terminados</translation>
        </message>
        <message>
            <source>Make it shorter.</source>
            <translation>Acórtelo.</translation>
        </message>
        <message>
            <source>Make it simpler.</source>
            <translation>Hágalo más sencillo.</translation>
        </message>
        <message>
            <source>Make it smaller than 80 megapixels.</source>
            <translation>Redúzcala a menos de 80 megapíxeles.</translation>
        </message>
        <message>
            <source>Make kits for other organizations</source>
            <translation>Hacer kits para otras organizaciones</translation>
        </message>
        <message>
            <source>Make kits for the organizations in this list</source>
            <translation>Preparar kits para las organizaciones de esta lista</translation>
        </message>
        <message>
            <source>Make one of this row and the next (J)</source>
            <translation>Unir esta fila y la siguiente (J)</translation>
        </message>
        <message>
            <source>Make the certificates in several steps.</source>
            <translation>Haga las constancias en varios pasos.</translation>
        </message>
        <message>
            <source>Make the tree flatter.</source>
            <translation>Haga el árbol más plano.</translation>
        </message>
        <message>
            <source>Make two rows, at the cursor or where the text falls apart (S)</source>
            <translation>Hacer dos filas, en el cursor o donde el texto se divide (S)</translation>
        </message>
        <message>
            <source>Make {count} kits</source>
            <translation>Preparar {count} kits</translation>
        </message>
        <message>
            <source>Makes a kit for Human Trafficking Prevention Month in the colors of your organization.</source>
            <translation>Prepara un kit para el Mes de la Prevención de la Trata de Personas con los colores de su organización.</translation>
        </message>
        <message>
            <source>Makes the files, in a folder on this computer.</source>
            <translation>Crea los archivos en una carpeta de esta computadora.</translation>
        </message>
        <message>
            <source>Making now</source>
            <translation>Preparando ahora</translation>
        </message>
        <message>
            <source>Many people with lived experience do not use this term, and it has another history.</source>
            <translation>Muchas personas con experiencia vivida no usan este término, que tiene otra historia.</translation>
        </message>
        <message>
            <source>Many phones show no letters on their keys, and a screen reader reads them as a word.</source>
            <translation>Muchos teléfonos no muestran letras en las teclas, y un lector de pantalla las lee como una palabra.</translation>
        </message>
        <message>
            <source>Mark all as checked</source>
            <translation>Marcar todas como comprobadas</translation>
        </message>
        <message>
            <source>Mark as checked</source>
            <translation>Marcar como comprobada</translation>
        </message>
        <message>
            <source>Mark as checked: {address}</source>
            <translation>Marcar como comprobada: {address}</translation>
        </message>
        <message>
            <source>Mark as posted</source>
            <translation>Marcar como publicada</translation>
        </message>
        <message>
            <source>Mark faces</source>
            <translation>Marcar caras</translation>
        </message>
        <message>
            <source>Mark “{title}” as posted</source>
            <translation>Marcar “{title}” como publicada</translation>
        </message>
        <message>
            <source>Marks are not kept after you close this page.</source>
            <translation>Las marcas no se conservan al cerrar esta página.</translation>
        </message>
        <message>
            <source>Match system</source>
            <translation>Igual que el sistema</translation>
        </message>
        <message>
            <source>Mayor, Governor, Tribal Chair</source>
            <translation>Alcaldesa, gobernador, presidente tribal</translation>
        </message>
        <message>
            <source>Memorial Day</source>
            <translation>Día de los Caídos</translation>
        </message>
        <message>
            <source>Mentions a date that has passed</source>
            <translation>Menciona una fecha que ya pasó</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>Menú</translation>
        </message>
        <message>
            <source>Messages and names are what a report needs; once they are gone, nobody can act on them.</source>
            <translation>Los mensajes y los nombres son lo que hace falta para reportar; si se borran, nadie puede actuar.</translation>
        </message>
        <message>
            <source>Minutes of each slide</source>
            <translation>Minutos de cada diapositiva</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>Falta</translation>
        </message>
        <message>
            <source>Mixed</source>
            <translation>Variado</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modelo</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>Mes</translation>
        </message>
        <message>
            <source>More for the logo</source>
            <translation>Más sobre el logotipo</translation>
        </message>
        <message>
            <source>More for this piece</source>
            <translation>Más para esta pieza</translation>
        </message>
        <message>
            <source>More for {section}</source>
            <translation>Más sobre {section}</translation>
        </message>
        <message>
            <source>Motion</source>
            <translation>Movimiento</translation>
        </message>
        <message>
            <source>Move picture</source>
            <translation>Mover imagen</translation>
        </message>
        <message>
            <source>Move slide</source>
            <translation>Mover diapositiva</translation>
        </message>
        <message>
            <source>Move slide down</source>
            <translation>Bajar diapositiva</translation>
        </message>
        <message>
            <source>Move slide up</source>
            <translation>Subir diapositiva</translation>
        </message>
        <message>
            <source>Move to</source>
            <translation>Mover a</translation>
        </message>
        <message>
            <source>Move “{title}”</source>
            <translation>Mover “{title}”</translation>
        </message>
        <message>
            <source>My choice</source>
            <translation>Mi elección</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Name a folder that HTPM Studio made.</source>
            <translation>Indique una carpeta hecha por HTPM Studio.</translation>
        </message>
        <message>
            <source>Name a picture in a folder that exists.</source>
            <translation>Indique una imagen en una carpeta que exista.</translation>
        </message>
        <message>
            <source>Name a piece that takes the same words.</source>
            <translation>Indique una pieza que lleve los mismos textos.</translation>
        </message>
        <message>
            <source>Name another page for the back.</source>
            <translation>Nombre otra página para el reverso.</translation>
        </message>
        <message>
            <source>Name as it should appear</source>
            <translation>El nombre tal como debe aparecer</translation>
        </message>
        <message>
            <source>Name beside the logo</source>
            <translation>Nombre junto al logotipo</translation>
        </message>
        <message>
            <source>Name is missing</source>
            <translation>Falta el nombre</translation>
        </message>
        <message>
            <source>Name it with --photo-record.</source>
            <translation>Indíquelo en el registro de la foto.</translation>
        </message>
        <message>
            <source>Name label</source>
            <translation>Etiqueta con el nombre</translation>
        </message>
        <message>
            <source>Name next to the logo</source>
            <translation>Nombre junto al logotipo</translation>
        </message>
        <message>
            <source>Name nobody in a picture a victim or survivor.</source>
            <translation>No llame víctima ni sobreviviente a nadie de la imagen.</translation>
        </message>
        <message>
            <source>Name of partner {number}</source>
            <translation>Nombre del aliado {number}</translation>
        </message>
        <message>
            <source>Name of the official</source>
            <translation>Nombre de quien firma</translation>
        </message>
        <message>
            <source>Name of the organization</source>
            <translation>Nombre de la organización</translation>
        </message>
        <message>
            <source>Name of the partner</source>
            <translation>Nombre del aliado</translation>
        </message>
        <message>
            <source>Name of the speaker</source>
            <translation>Nombre de quien habla</translation>
        </message>
        <message>
            <source>Name of your organization</source>
            <translation>Nombre de su organización</translation>
        </message>
        <message>
            <source>Name one page of words, or another sheet.</source>
            <translation>Indique una página de palabras, u otra hoja.</translation>
        </message>
        <message>
            <source>Name one page, or take words.</source>
            <translation>Nombre una página, o tome words.</translation>
        </message>
        <message>
            <source>Name one.</source>
            <translation>Indique una.</translation>
        </message>
        <message>
            <source>Name the folder of a kit, or a .htpm file.</source>
            <translation>Indique la carpeta de un kit o un archivo .htpm.</translation>
        </message>
        <message>
            <source>Name, logo, colors and fonts in one file, for your next kit or a colleague.</source>
            <translation>Nombre, logotipo, colores y letras en un solo archivo, para su próximo kit o para un colega.</translation>
        </message>
        <message>
            <source>Name=number</source>
            <translation>Nombre=número</translation>
        </message>
        <message>
            <source>Names come from your list. Choose it in Print.</source>
            <translation>Los nombres vienen de su lista. Elíjala en Imprimir.</translation>
        </message>
        <message>
            <source>Names of partners</source>
            <translation>Nombres de las organizaciones aliadas</translation>
        </message>
        <message>
            <source>Names on certificates</source>
            <translation>Nombres en las constancias</translation>
        </message>
        <message>
            <source>Narrow, loud headlines, as on a poster: Archivo Condensed and Barlow.</source>
            <translation>Titulares estrechos y fuertes, como en un cartel: Archivo Condensed y Barlow.</translation>
        </message>
        <message>
            <source>Nearer</source>
            <translation>Más cerca</translation>
        </message>
        <message>
            <source>Neither your logo nor your name is on this background.</source>
            <translation>Este fondo no lleva ni su logotipo ni su nombre.</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Red</translation>
        </message>
        <message>
            <source>Never</source>
            <translation>Nunca</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Nuevo</translation>
        </message>
        <message>
            <source>New Year</source>
            <translation>Año Nuevo</translation>
        </message>
        <message>
            <source>New Year (observed)</source>
            <translation>Año Nuevo (observado)</translation>
        </message>
        <message>
            <source>New Year’s Day</source>
            <translation>Día de Año Nuevo</translation>
        </message>
        <message>
            <source>New Year’s Day (observed)</source>
            <translation>Día de Año Nuevo (observado)</translation>
        </message>
        <message>
            <source>New kit</source>
            <translation>Kit nuevo</translation>
        </message>
        <message>
            <source>New kit, saved from the first keystroke</source>
            <translation>Kit nuevo, guardado desde la primera letra</translation>
        </message>
        <message>
            <source>New kits</source>
            <translation>Kits nuevos</translation>
        </message>
        <message>
            <source>New post text for “{title}”.</source>
            <translation>Nuevo texto para la publicación “{title}”.</translation>
        </message>
        <message>
            <source>New slide</source>
            <translation>Diapositiva nueva</translation>
        </message>
        <message>
            <source>Newsletter</source>
            <translation>Boletín</translation>
        </message>
        <message>
            <source>Newsletter header</source>
            <translation>Encabezado del boletín</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Siguiente</translation>
        </message>
        <message>
            <source>Next check</source>
            <translation>Aviso siguiente</translation>
        </message>
        <message>
            <source>Next pane</source>
            <translation>Panel siguiente</translation>
        </message>
        <message>
            <source>Next piece</source>
            <translation>Pieza siguiente</translation>
        </message>
        <message>
            <source>Next slide</source>
            <translation>Siguiente diapositiva</translation>
        </message>
        <message>
            <source>Next week</source>
            <translation>Semana siguiente</translation>
        </message>
        <message>
            <source>No USB drive was found. Plug one in, then press the button again.</source>
            <translation>No se encontró ninguna memoria USB. Conéctela y vuelva a presionar el botón.</translation>
        </message>
        <message>
            <source>No agency has endorsed HTPM Studio or the kits made with it.</source>
            <translation>Ninguna agencia avala HTPM Studio ni los kits hechos con él.</translation>
        </message>
        <message>
            <source>No browser opens here. The address was copied.</source>
            <translation>Aquí no se abre ningún navegador. La dirección se copió.</translation>
        </message>
        <message>
            <source>No campaign could be made from {name}: {reason}</source>
            <translation>No se pudo hacer una campaña con {name}: {reason}</translation>
        </message>
        <message>
            <source>No column of {name} has the names of organizations.</source>
            <translation>Ninguna columna de {name} tiene los nombres de las organizaciones.</translation>
        </message>
        <message>
            <source>No consent is on file.</source>
            <translation>No hay ningún consentimiento registrado.</translation>
        </message>
        <message>
            <source>No day yet. Plan it in the calendar.</source>
            <translation>Todavía sin día. Planéela en el calendario.</translation>
        </message>
        <message>
            <source>No description for screen readers.</source>
            <translation>Falta la descripción para lectores de pantalla.</translation>
        </message>
        <message>
            <source>No description yet.</source>
            <translation>Aún no hay descripción.</translation>
        </message>
        <message>
            <source>No end</source>
            <translation>Sin fin</translation>
        </message>
        <message>
            <source>No face is marked. Click each face, so that no head is cut off.</source>
            <translation>No hay ninguna cara marcada. Haga clic en cada cara para que no se corte ninguna cabeza.</translation>
        </message>
        <message>
            <source>No file can be written to {folder}.</source>
            <translation>No se puede escribir ningún archivo en {folder}.</translation>
        </message>
        <message>
            <source>No half-finished files are left behind.</source>
            <translation>No quedan archivos a medias.</translation>
        </message>
        <message>
            <source>No head with a ring is cut off. The program says where a face is, never whose.</source>
            <translation>Ninguna cabeza con un anillo se corta. El programa dice dónde hay una cara, nunca de quién es.</translation>
        </message>
        <message>
            <source>No heading says what it is for.</source>
            <translation>Ningún título dice para qué es.</translation>
        </message>
        <message>
            <source>No heading says whether it is to learn from or to act on.</source>
            <translation>Ningún título dice si es para aprender o para actuar.</translation>
        </message>
        <message>
            <source>No keys</source>
            <translation>Sin teclas</translation>
        </message>
        <message>
            <source>No kit is made from the campaign {name}: the program does not know the language of its folder {language}. It would find no wrong hotline number in words there, and no words about harm.</source>
            <translation>No se hace ningún kit de la campaña {name}: el programa no conoce el idioma de su carpeta {language}. No hallaría allí números equivocados de la línea de ayuda escritos con palabras, ni palabras sobre daños.</translation>
        </message>
        <message>
            <source>No kit was made: {file} shows the hotline {number}, which is not a helpline of {campaign}.</source>
            <translation>No se hizo ningún kit: {file} muestra la línea {number}, que no es una línea de ayuda de {campaign}.</translation>
        </message>
        <message>
            <source>No logo on the background</source>
            <translation>Fondo sin logotipo</translation>
        </message>
        <message>
            <source>No more than {count} characters fit here. The rest was left out.</source>
            <translation>Aquí caben {count} caracteres como máximo. El resto quedó fuera.</translation>
        </message>
        <message>
            <source>No name yet</source>
            <translation>Aún sin nombre</translation>
        </message>
        <message>
            <source>No notes for this slide.</source>
            <translation>Esta diapositiva no tiene notas.</translation>
        </message>
        <message>
            <source>No page of this file has a field {name}, so no name would be shown.</source>
            <translation>Ninguna página de este archivo tiene un campo {name}: no se mostraría ningún nombre.</translation>
        </message>
        <message>
            <source>No people</source>
            <translation>Sin personas</translation>
        </message>
        <message>
            <source>No picture chosen</source>
            <translation>No se eligió ninguna imagen</translation>
        </message>
        <message>
            <source>No pictures match.</source>
            <translation>Ninguna imagen coincide.</translation>
        </message>
        <message>
            <source>No piece says {name}.</source>
            <translation>Ninguna pieza dice {name}.</translation>
        </message>
        <message>
            <source>No piece uses it.</source>
            <translation>Ninguna pieza la usa.</translation>
        </message>
        <message>
            <source>No place yet</source>
            <translation>Aún sin lugar</translation>
        </message>
        <message>
            <source>No post on this day. Drag one here, or choose another day.</source>
            <translation>No hay publicaciones este día. Arrastre una aquí o elija otro día.</translation>
        </message>
        <message>
            <source>No printer is set up. Save PDFs instead.</source>
            <translation>No hay ninguna impresora instalada. Guarde los PDF.</translation>
        </message>
        <message>
            <source>No program on this computer can open the folder {name}.</source>
            <translation>Ningún programa de esta computadora puede abrir la carpeta {name}.</translation>
        </message>
        <message>
            <source>No program on this computer can open {name}.</source>
            <translation>Ningún programa de esta computadora puede abrir {name}.</translation>
        </message>
        <message>
            <source>No row of the list can be used.</source>
            <translation>No se puede usar ninguna fila de la lista.</translation>
        </message>
        <message>
            <source>No scheduler answers at {address}.</source>
            <translation>Ningún planificador responde en {address}.</translation>
        </message>
        <message>
            <source>No selected row is ready.</source>
            <translation>Ninguna fila marcada está lista.</translation>
        </message>
        <message>
            <source>No suggestions for the text.</source>
            <translation>No hay sugerencias para el texto.</translation>
        </message>
        <message>
            <source>No week was found for this post.</source>
            <translation>No se encontró una semana para esta publicación.</translation>
        </message>
        <message>
            <source>No week with posts was found in {name}.</source>
            <translation>No se encontró ninguna semana con publicaciones en {name}.</translation>
        </message>
        <message>
            <source>No {day} in week {n}</source>
            <translation>No hay {day} en la semana {n}</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>A nadie</translation>
        </message>
        <message>
            <source>Nobody can tap an address in an Instagram text.</source>
            <translation>En un texto de Instagram nadie puede tocar una dirección.</translation>
        </message>
        <message>
            <source>Nobody else fits this place.</source>
            <translation>Nadie más encaja en este lugar.</translation>
        </message>
        <message>
            <source>Nobody has opened these {n} addresses yet. Open each one, then mark it as checked.</source>
            <translation>Nadie ha abierto todavía estas {n} direcciones. Abra cada una y márquela como comprobada.</translation>
        </message>
        <message>
            <source>Nobody has opened {address} yet.</source>
            <translation>Nadie ha abierto {address} todavía.</translation>
        </message>
        <message>
            <source>Nobody has opened {n} addresses yet: {shown}{tail}.</source>
            <translation>Nadie ha abierto {n} direcciones todavía: {shown}{tail}.</translation>
        </message>
        <message>
            <source>Nobody has said who can be recognized in this photo.</source>
            <translation>Nadie ha dicho a quién se puede reconocer en esta foto.</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Ninguno</translation>
        </message>
        <message>
            <source>None yet. One is saved about every 10 minutes.</source>
            <translation>Todavía ninguna. Se guarda una cada 10 minutos más o menos.</translation>
        </message>
        <message>
            <source>Not a face? Click to take it away.</source>
            <translation>¿No es una cara? Haga clic para quitarla.</translation>
        </message>
        <message>
            <source>Not here: another photo of yours fits</source>
            <translation>Aquí no: queda bien otra foto suya</translation>
        </message>
        <message>
            <source>Not here: it is right before or after</source>
            <translation>Aquí no: está justo antes o después</translation>
        </message>
        <message>
            <source>Not here: it would look as if somebody in it said this</source>
            <translation>Aquí no: parecería que lo dijo alguien de la foto</translation>
        </message>
        <message>
            <source>Not here: people in it would be behind whoever speaks</source>
            <translation>Aquí no: las personas de la foto quedarían detrás de quien habla</translation>
        </message>
        <message>
            <source>Not here: the words are about harm, and people may be recognized in it</source>
            <translation>Aquí no: el texto habla de daños y en la foto se puede reconocer a alguien</translation>
        </message>
        <message>
            <source>Not here: too few pixels for this size</source>
            <translation>Aquí no: tiene muy pocos píxeles para este tamaño</translation>
        </message>
        <message>
            <source>Not here: too much of it would be cut off</source>
            <translation>Aquí no: se cortaría demasiado</translation>
        </message>
        <message>
            <source>Not here: you chose another picture</source>
            <translation>Aquí no: usted eligió otra imagen</translation>
        </message>
        <message>
            <source>Not in the kit yet</source>
            <translation>Aún no está en el kit</translation>
        </message>
        <message>
            <source>Not in the new campaign. Select to keep the post</source>
            <translation>No está en la campaña nueva. Márquela para conservar la publicación</translation>
        </message>
        <message>
            <source>Not included in the kit</source>
            <translation>Fuera del kit</translation>
        </message>
        <message>
            <source>Not needed</source>
            <translation>No hace falta</translation>
        </message>
        <message>
            <source>Not placed automatically: it has too few pixels for every design.</source>
            <translation>No se coloca por sí sola: tiene muy pocos píxeles para todos los diseños.</translation>
        </message>
        <message>
            <source>Not placed automatically: it is one flat color, or nearly so.</source>
            <translation>No se coloca por sí sola: es de un solo color liso, o casi.</translation>
        </message>
        <message>
            <source>Not placed automatically: it may not be shown yet.</source>
            <translation>No se coloca sola: todavía no se puede mostrar.</translation>
        </message>
        <message>
            <source>Not placed automatically: you keep it for the pieces you put it in.</source>
            <translation>No se coloca por sí sola: la reserva para las piezas en las que la puso.</translation>
        </message>
        <message>
            <source>Not placed yet. Put it in the kit…</source>
            <translation>Aún sin lugar. Ponerla en el kit…</translation>
        </message>
        <message>
            <source>Not placed: “{names}”. “About this picture” says why.</source>
            <translation>Sin lugar: “{names}”. “Sobre esta imagen” dice por qué.</translation>
        </message>
        <message>
            <source>Not planned yet</source>
            <translation>Sin planear</translation>
        </message>
        <message>
            <source>Not posted yet</source>
            <translation>Sin publicar</translation>
        </message>
        <message>
            <source>Not ready for {names}: fill in {places} first</source>
            <translation>No está listo para {names}: complete antes {places}</translation>
        </message>
        <message>
            <source>Not saved: nothing can be written to this computer's disk</source>
            <translation>Sin guardar: no se puede escribir en el disco de esta computadora</translation>
        </message>
        <message>
            <source>Not sure</source>
            <translation>No se sabe</translation>
        </message>
        <message>
            <source>Not used</source>
            <translation>Sin usar</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Nota</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notas</translation>
        </message>
        <message>
            <source>Notes on the only screen (press twice)</source>
            <translation>Notas en la única pantalla (presione dos veces)</translation>
        </message>
        <message>
            <source>Notes: {title}</source>
            <translation>Notas: {title}</translation>
        </message>
        <message>
            <source>Nothing can be written to the drive.</source>
            <translation>No se puede escribir en la unidad.</translation>
        </message>
        <message>
            <source>Nothing can be written to the folder {parent}.</source>
            <translation>No se puede escribir en la carpeta {parent}.</translation>
        </message>
        <message>
            <source>Nothing can be written to {parent}.</source>
            <translation>No se puede escribir en {parent}.</translation>
        </message>
        <message>
            <source>Nothing has changed yet. Afterward, one undo reverses everything.</source>
            <translation>Todavía no ha cambiado nada. Después, un solo Deshacer revierte todo.</translation>
        </message>
        <message>
            <source>Nothing in the window slides or fades.</source>
            <translation>Nada en la ventana se desliza ni se desvanece.</translation>
        </message>
        <message>
            <source>Nothing in this kit mentions labor trafficking. Name it at least once.</source>
            <translation>Nada en este kit menciona la trata laboral. Nómbrela al menos una vez.</translation>
        </message>
        <message>
            <source>Nothing is lost. Your edits are saved, and existing kits are unchanged.</source>
            <translation>No se pierde nada. Sus cambios están guardados y los kits existentes no cambian.</translation>
        </message>
        <message>
            <source>Nothing is missing from it.</source>
            <translation>No le falta nada.</translation>
        </message>
        <message>
            <source>Nothing is selected. Select at least one piece.</source>
            <translation>No hay nada marcado. Marque al menos una pieza.</translation>
        </message>
        <message>
            <source>Nothing is sent. The app never goes online.</source>
            <translation>No se envía nada. La aplicación nunca se conecta.</translation>
        </message>
        <message>
            <source>Nothing left to do.</source>
            <translation>No queda nada por hacer.</translation>
        </message>
        <message>
            <source>Nothing matches “{words}”.</source>
            <translation>Nada coincide con “{words}”.</translation>
        </message>
        <message>
            <source>Nothing to show here.</source>
            <translation>No hay nada que mostrar.</translation>
        </message>
        <message>
            <source>Nothing to show until the row is ready.</source>
            <translation>Nada que mostrar hasta que la fila esté lista.</translation>
        </message>
        <message>
            <source>Nothing to undo</source>
            <translation>Nada que deshacer</translation>
        </message>
        <message>
            <source>Nothing was printed. {reason}</source>
            <translation>No se imprimió nada. {reason}</translation>
        </message>
        <message>
            <source>Now: no. The logo is wide or has words in it. Print and decks also have the name in small letters.</source>
            <translation>Ahora: no. El logotipo es ancho o tiene palabras. En los impresos y las presentaciones, el nombre también aparece en letra pequeña.</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Número</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>Cifras</translation>
        </message>
        <message>
            <source>Of the family</source>
            <translation>De la familia</translation>
        </message>
        <message>
            <source>Office</source>
            <translation>Cargo</translation>
        </message>
        <message>
            <source>Older</source>
            <translation>Mayor</translation>
        </message>
        <message>
            <source>On a profile page the dark parts are cut off.</source>
            <translation>En una página de perfil se cortan las partes oscuras.</translation>
        </message>
        <message>
            <source>On dark</source>
            <translation>Sobre oscuro</translation>
        </message>
        <message>
            <source>On its graphic</source>
            <translation>En su gráfico</translation>
        </message>
        <message>
            <source>On light</source>
            <translation>Sobre claro</translation>
        </message>
        <message>
            <source>On the table</source>
            <translation>Sobre la mesa</translation>
        </message>
        <message>
            <source>Once a year, somebody has to see that each one still opens.</source>
            <translation>Una vez al año, alguien tiene que ver que cada una aún se abre.</translation>
        </message>
        <message>
            <source>One PDF for each paper, with all copies in it. (Ctrl+Enter)</source>
            <translation>Un PDF por cada papel, con todas las copias. (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>One card</source>
            <translation>Una tarjeta</translation>
        </message>
        <message>
            <source>One card, real size on most screens</source>
            <translation>Una tarjeta, tamaño real en la mayoría de las pantallas</translation>
        </message>
        <message>
            <source>One file for all: JPEG, {size} MB.</source>
            <translation>Un archivo para todas: JPEG, {size} MB.</translation>
        </message>
        <message>
            <source>One flat color</source>
            <translation>Un solo color liso</translation>
        </message>
        <message>
            <source>One ink</source>
            <translation>Una sola tinta</translation>
        </message>
        <message>
            <source>One ink, for copiers and office printers</source>
            <translation>Una sola tinta, para fotocopiadoras e impresoras de oficina</translation>
        </message>
        <message>
            <source>One line for each point</source>
            <translation>Una línea para cada punto</translation>
        </message>
        <message>
            <source>One name per line, or paste a column from a spreadsheet</source>
            <translation>Un nombre por línea, o pegue una columna de una hoja de cálculo</translation>
        </message>
        <message>
            <source>One of the pictures or files that were brought along needs a look.</source>
            <translation>Una de las imágenes o de los archivos agregados necesita revisión.</translation>
        </message>
        <message>
            <source>One of your templates is not used. {problem}</source>
            <translation>No se usa una de sus plantillas. {problem}</translation>
        </message>
        <message>
            <source>One person, close</source>
            <translation>Una persona, de cerca</translation>
        </message>
        <message>
            <source>One report is not one person and not one crime.</source>
            <translation>Un reporte no es una persona ni un delito.</translation>
        </message>
        <message>
            <source>One row</source>
            <translation>Una fila</translation>
        </message>
        <message>
            <source>One text for all networks</source>
            <translation>Un texto para todas las redes</translation>
        </message>
        <message>
            <source>One text message for each post, for your list: short enough for a single message on any phone.</source>
            <translation>Un mensaje de texto para cada publicación, para su lista: tan corto que cabe en un solo mensaje en cualquier teléfono.</translation>
        </message>
        <message>
            <source>One theme must have no year, for the years without an official one.</source>
            <translation>Un tema debe estar sin año, para los años que no tienen tema oficial.</translation>
        </message>
        <message>
            <source>One time for all posts</source>
            <translation>Una hora para todas las publicaciones</translation>
        </message>
        <message>
            <source>Only &lt;part name="..."&gt; is allowed here.</source>
            <translation>Aquí solo se permite &lt;part name="..."&gt;.</translation>
        </message>
        <message>
            <source>Only a scene without people has about: give group, action and place.</source>
            <translation>Solo una escena sin personas tiene about: indique group, action y place.</translation>
        </message>
        <message>
            <source>Only a slide layout can be offered for new slides.</source>
            <translation>Solo un diseño de diapositiva puede ofrecerse para diapositivas nuevas.</translation>
        </message>
        <message>
            <source>Only decks for PowerPoint take it, here as in an export. Posts, prints and PDFs keep the family.</source>
            <translation>Solo lo toman las presentaciones para PowerPoint, aquí y al exportar. Las publicaciones, los impresos y los PDF conservan la familia.</translation>
        </message>
        <message>
            <source>Only in {size}</source>
            <translation>Solo en {size}</translation>
        </message>
        <message>
            <source>Only longer texts may have one.</source>
            <translation>Solo los textos más largos pueden tener uno.</translation>
        </message>
        <message>
            <source>Only the PowerPoint decks use the design of the presentation. Their PDFs, handouts and pictures keep the kit's look.</source>
            <translation>Solo las presentaciones de PowerPoint usan el diseño de la presentación. Sus PDF, folletos e imágenes conservan el aspecto del kit.</translation>
        </message>
        <message>
            <source>Only the names are required. Keep logos in the same folder as the list.</source>
            <translation>Solo se necesitan los nombres. Guarde los logotipos en la misma carpeta que la lista.</translation>
        </message>
        <message>
            <source>Only where I put them</source>
            <translation>Solo donde yo las ponga</translation>
        </message>
        <message>
            <source>Only {across} x {down} pixels of the picture show on “{title}”, so it looks blurred. Show more of it, or use a larger picture.</source>
            <translation>Solo se ven {across} x {down} píxeles de la imagen en “{title}”, así que se ve borrosa. Muestre más de ella o use una más grande.</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>Open a list…</source>
            <translation>Abrir una lista…</translation>
        </message>
        <message>
            <source>Open a safety copy of it, or ask for the file again.</source>
            <translation>Abra una copia de seguridad o pida el archivo otra vez.</translation>
        </message>
        <message>
            <source>Open a safety copy of it.</source>
            <translation>Abra una copia de seguridad.</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Abrir carpeta</translation>
        </message>
        <message>
            <source>Open fonts for decks</source>
            <translation>Fuentes libres para presentaciones</translation>
        </message>
        <message>
            <source>Open it in PowerPoint, change text or pictures, and save the slides as pictures.</source>
            <translation>Ábralo en PowerPoint, cambie texto o imágenes y guarde las diapositivas como imágenes.</translation>
        </message>
        <message>
            <source>Open it in PowerPoint, save it as .pptx, and use that file.</source>
            <translation>Ábralo en PowerPoint, guárdelo como .pptx y use ese archivo.</translation>
        </message>
        <message>
            <source>Open it in Word and save it as .docx without a password.</source>
            <translation>Ábralo en Word y guárdelo como .docx sin contraseña.</translation>
        </message>
        <message>
            <source>Open it in Word and save it as .docx.</source>
            <translation>Ábralo en Word y guárdelo como .docx.</translation>
        </message>
        <message>
            <source>Open it in a browser, and print or save it as a PDF.</source>
            <translation>Ábrala en un navegador e imprímala o guárdela como PDF.</translation>
        </message>
        <message>
            <source>Open its folder</source>
            <translation>Abrir su carpeta</translation>
        </message>
        <message>
            <source>Open kit</source>
            <translation>Abrir kit</translation>
        </message>
        <message>
            <source>Open kit…</source>
            <translation>Abrir kit…</translation>
        </message>
        <message>
            <source>Open recent</source>
            <translation>Abrir reciente</translation>
        </message>
        <message>
            <source>Open the .ics, and the days appear in Outlook, Google or Apple Calendar. The .csv is a plan to fill in. Posts without a day are in neither.</source>
            <translation>Abra el .ics y los días aparecen en Outlook, Google o Apple Calendar. El .csv es un plan para llenar. Las publicaciones sin día no están en ninguno de los dos.</translation>
        </message>
        <message>
            <source>Open the copy</source>
            <translation>Abrir la copia</translation>
        </message>
        <message>
            <source>Open the document</source>
            <translation>Abrir el documento</translation>
        </message>
        <message>
            <source>Open the folder: {what}</source>
            <translation>Abrir la carpeta: {what}</translation>
        </message>
        <message>
            <source>Open the guide</source>
            <translation>Abrir la guía</translation>
        </message>
        <message>
            <source>Open the photo</source>
            <translation>Abrir la foto</translation>
        </message>
        <message>
            <source>Open the posts</source>
            <translation>Abra las publicaciones</translation>
        </message>
        <message>
            <source>Open the safety copy from {time}</source>
            <translation>Abrir la copia de seguridad de las {time}</translation>
        </message>
        <message>
            <source>Open this kit</source>
            <translation>Abrir este kit</translation>
        </message>
        <message>
            <source>Open this one</source>
            <translation>Abrir esta</translation>
        </message>
        <message>
            <source>Open what was saved at {time}</source>
            <translation>Abrir lo guardado a las {time}</translation>
        </message>
        <message>
            <source>Open your templates folder</source>
            <translation>Abrir su carpeta de plantillas</translation>
        </message>
        <message>
            <source>Open {address}</source>
            <translation>Abrir {address}</translation>
        </message>
        <message>
            <source>Open {name}</source>
            <translation>Abrir {name}</translation>
        </message>
        <message>
            <source>Open {what}</source>
            <translation>Abrir {what}</translation>
        </message>
        <message>
            <source>Opening {name}</source>
            <translation>Abriendo {name}</translation>
        </message>
        <message>
            <source>Or go straight to</source>
            <translation>O vaya directo a</translation>
        </message>
        <message>
            <source>Or press and hold the picture.</source>
            <translation>O mantenga presionada la imagen.</translation>
        </message>
        <message>
            <source>Other files: more pieces, papers and formats</source>
            <translation>Otros archivos: más piezas, papeles y formatos</translation>
        </message>
        <message>
            <source>Other people</source>
            <translation>Otras personas</translation>
        </message>
        <message>
            <source>Other pictures that are missing too: {count}.</source>
            <translation>Otras imágenes que también faltan: {count}.</translation>
        </message>
        <message>
            <source>Other sizes</source>
            <translation>Otros tamaños</translation>
        </message>
        <message>
            <source>Other text</source>
            <translation>Otro texto</translation>
        </message>
        <message>
            <source>Over</source>
            <translation>Pasado</translation>
        </message>
        <message>
            <source>PDF files need ReportLab 4.4 or 5, found {version}.</source>
            <translation>Los archivos PDF necesitan ReportLab 4.4 o 5; se encontró {version}.</translation>
        </message>
        <message>
            <source>PNG, JPG or SVG</source>
            <translation>PNG, JPG o SVG</translation>
        </message>
        <message>
            <source>Page numbers follow the pages.</source>
            <translation>Los números de página siguen a las páginas.</translation>
        </message>
        <message>
            <source>Page {number}</source>
            <translation>Página {number}</translation>
        </message>
        <message>
            <source>Pages of its base give it that; it need not use it.</source>
            <translation>Las páginas de su base se lo dan; no es necesario que lo use.</translation>
        </message>
        <message>
            <source>Pages of the preferences</source>
            <translation>Páginas de las preferencias</translation>
        </message>
        <message>
            <source>Panels, headings, bands</source>
            <translation>Paneles, títulos, bandas</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>Papel</translation>
        </message>
        <message>
            <source>Paper of handouts</source>
            <translation>Papel de los folletos</translation>
        </message>
        <message>
            <source>Paper size of new handouts.</source>
            <translation>Tamaño de papel de los nuevos folletos.</translation>
        </message>
        <message>
            <source>Paper, with your color on every second post.</source>
            <translation>Papel, con su color en una de cada dos publicaciones.</translation>
        </message>
        <message>
            <source>Paper: {stock}.</source>
            <translation>Papel: {stock}.</translation>
        </message>
        <message>
            <source>Paragraph</source>
            <translation>Párrafo</translation>
        </message>
        <message>
            <source>Part 1 of 3</source>
            <translation>Parte 1 de 3</translation>
        </message>
        <message>
            <source>Part {n}: {problem}</source>
            <translation>Parte {n}: {problem}</translation>
        </message>
        <message>
            <source>Part {parts} of the toolkit is week {place} of the kit.</source>
            <translation>La parte {parts} del kit de materiales es la semana {place} del kit.</translation>
        </message>
        <message>
            <source>Participant</source>
            <translation>Participante</translation>
        </message>
        <message>
            <source>Participant or client</source>
            <translation>Participante o cliente</translation>
        </message>
        <message>
            <source>Partner</source>
            <translation>Organización aliada</translation>
        </message>
        <message>
            <source>Partner kits, {done} of {total} files</source>
            <translation>Kits para organizaciones aliadas, {done} de {total} archivos</translation>
        </message>
        <message>
            <source>Partner organizations</source>
            <translation>Organizaciones aliadas</translation>
        </message>
        <message>
            <source>Partners</source>
            <translation>Aliados</translation>
        </message>
        <message>
            <source>Parts of HTPM Studio</source>
            <translation>Componentes de HTPM Studio</translation>
        </message>
        <message>
            <source>Parts {parts} of the toolkit are week {place} of the kit, which has at most {most} weeks.</source>
            <translation>Las partes {parts} del kit de materiales son la semana {place} del kit, que tiene {most} semanas como máximo.</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>Pegar</translation>
        </message>
        <message>
            <source>Paste a table</source>
            <translation>Pegar una tabla</translation>
        </message>
        <message>
            <source>Paste hex, {color}</source>
            <translation>Pegar valor hexadecimal, {color}</translation>
        </message>
        <message>
            <source>Paste picture or text</source>
            <translation>Pegar imagen o texto</translation>
        </message>
        <message>
            <source>Paste slide</source>
            <translation>Pegar diapositiva</translation>
        </message>
        <message>
            <source>Paste the .html into your email tool as code, and upload the header picture there; or paste the .txt into any email. The tool adds your postal address and the way to unsubscribe.</source>
            <translation>Pegue el .html como código en su herramienta de correo y suba allí la imagen del encabezado; o pegue el .txt en cualquier mensaje. La herramienta agrega su dirección postal y la forma de cancelar la suscripción.</translation>
        </message>
        <message>
            <source>Paste {count} slides</source>
            <translation>Pegar {count} diapositivas</translation>
        </message>
        <message>
            <source>Pasted picture {number}.jpg</source>
            <translation>Imagen pegada {number}.jpg</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pausa</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>En pausa</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personas</translation>
        </message>
        <message>
            <source>People at home</source>
            <translation>Personas en casa</translation>
        </message>
        <message>
            <source>People at work</source>
            <translation>Personas en el trabajo</translation>
        </message>
        <message>
            <source>People elsewhere</source>
            <translation>Personas en otros lugares</translation>
        </message>
        <message>
            <source>People for whom prints are ordered, 1 to 9999.</source>
            <translation>Personas para las que se imprime, de 1 a 9999.</translation>
        </message>
        <message>
            <source>People in a dangerous situation need to see where a link leads before they open it, and short addresses can die or be sold.</source>
            <translation>Quien está en peligro necesita ver adónde lleva un enlace antes de abrirlo, y las direcciones cortas pueden dejar de funcionar o venderse.</translation>
        </message>
        <message>
            <source>People in the drawings</source>
            <translation>Personas en los dibujos</translation>
        </message>
        <message>
            <source>People in the picture</source>
            <translation>Personas en la imagen</translation>
        </message>
        <message>
            <source>People may be recognized in this photo, and it is beside words about harm.</source>
            <translation>En esta foto se puede reconocer a alguien y está junto a un texto sobre daños.</translation>
        </message>
        <message>
            <source>People outdoors</source>
            <translation>Personas al aire libre</translation>
        </message>
        <message>
            <source>People shown</source>
            <translation>Personas que aparecen</translation>
        </message>
        <message>
            <source>People who cannot see the photo do not know what it shows.</source>
            <translation>Quienes no pueden ver la foto no saben qué muestra.</translation>
        </message>
        <message>
            <source>People who cannot see the picture would hear a description of something else.</source>
            <translation>Quienes no pueden ver la imagen oirían la descripción de otra cosa.</translation>
        </message>
        <message>
            <source>People who cannot see the picture would miss it.</source>
            <translation>Quienes no pueden ver la imagen se lo perderían.</translation>
        </message>
        <message>
            <source>People who cannot see the picture would miss them.</source>
            <translation>Quienes no pueden ver la imagen se las perderían.</translation>
        </message>
        <message>
            <source>People with lived experience have a voice; they need the platform.</source>
            <translation>Las personas con experiencia vivida tienen voz; necesitan el espacio.</translation>
        </message>
        <message>
            <source>People: {who}</source>
            <translation>Personas: {who}</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Persona</translation>
        </message>
        <message>
            <source>Phone line</source>
            <translation>Línea de teléfono</translation>
        </message>
        <message>
            <source>Phone number in {size} pt</source>
            <translation>Número de teléfono a {size} pt</translation>
        </message>
        <message>
            <source>Photo chosen by {organization}</source>
            <translation>Foto elegida por {organization}</translation>
        </message>
        <message>
            <source>Photo with a ring around each face</source>
            <translation>Foto con un anillo alrededor de cada cara</translation>
        </message>
        <message>
            <source>Photo {names} is in no piece of this kit: {why}.</source>
            <translation>La foto {names} no está en ninguna pieza de este kit: {why}.</translation>
        </message>
        <message>
            <source>Photo {name} has no record of consent. Keep one.</source>
            <translation>La foto {name} no tiene registro de consentimiento. Guarde uno.</translation>
        </message>
        <message>
            <source>Photo {name} is damaged or missing in the kit file and was left out.</source>
            <translation>La foto {name} está dañada o falta en el archivo del kit y se omitió.</translation>
        </message>
        <message>
            <source>Photo {name} is one flat color, or nearly so; it appears only where you put it. Look at its file, or use another photo.</source>
            <translation>La foto {name} es de un solo color liso, o casi; aparece solo donde usted la pone. Revise el archivo o use otra foto.</translation>
        </message>
        <message>
            <source>Photo {name} is only {wide} x {high} pixels; a built-in picture is used instead. Use one of at least 1080 pixels.</source>
            <translation>La foto {name} mide solo {wide} x {high} píxeles; en su lugar se usa una imagen incluida. Use una de al menos 1080 píxeles.</translation>
        </message>
        <message>
            <source>Photo: name</source>
            <translation>Foto: nombre</translation>
        </message>
        <message>
            <source>Photos in two tones of the brand</source>
            <translation>Fotos en dos tonos de la marca</translation>
        </message>
        <message>
            <source>Photos {names} are in no piece of this kit: {why}.</source>
            <translation>Las fotos {names} no están en ninguna pieza de este kit: {why}.</translation>
        </message>
        <message>
            <source>Pick a color from the screen</source>
            <translation>Tomar un color de la pantalla</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Imagen</translation>
        </message>
        <message>
            <source>Picture of the piece</source>
            <translation>Imagen de la pieza</translation>
        </message>
        <message>
            <source>Picture removed from the kit.</source>
            <translation>Imagen eliminada del kit.</translation>
        </message>
        <message>
            <source>Picture removed from {count} pieces.</source>
            <translation>Imagen quitada de {count} piezas.</translation>
        </message>
        <message>
            <source>Picture swapped in {count} pieces.</source>
            <translation>Imagen reemplazada en {count} piezas.</translation>
        </message>
        <message>
            <source>Picture swapped.</source>
            <translation>Imagen reemplazada.</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Imágenes</translation>
        </message>
        <message>
            <source>Pictures (*.jpg *.jpeg *.png *.webp *.heic *.heif);;All files (*)</source>
            <translation>Imágenes (*.jpg *.jpeg *.png *.webp *.heic *.heif);;Todos los archivos (*)</translation>
        </message>
        <message>
            <source>Pictures of chains or injuries can hurt people. A calm one works better.</source>
            <translation>Las imágenes de cadenas o heridas pueden hacer daño. Funciona mejor una tranquila.</translation>
        </message>
        <message>
            <source>Pictures that are missing: {count}.</source>
            <translation>Imágenes que faltan: {count}.</translation>
        </message>
        <message>
            <source>Pictures, one by one</source>
            <translation>Imágenes, una por una</translation>
        </message>
        <message>
            <source>Pieces</source>
            <translation>Piezas</translation>
        </message>
        <message>
            <source>Pieces are copied for other programs. In the kit, slides can be pasted behind a slide.</source>
            <translation>Las piezas se copian para otros programas. En el kit, se pueden pegar diapositivas después de una diapositiva.</translation>
        </message>
        <message>
            <source>Pieces of {medium} are made by the program alone.</source>
            <translation>Las piezas de {medium} solo las hace el programa.</translation>
        </message>
        <message>
            <source>Pieces you have worked on</source>
            <translation>Piezas en las que usted ha trabajado</translation>
        </message>
        <message>
            <source>Place and size of the window, as base64.</source>
            <translation>Lugar y tamaño de la ventana, en base64.</translation>
        </message>
        <message>
            <source>Plain, without art</source>
            <translation>Sencillo, sin adornos</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>Previsto</translation>
        </message>
        <message>
            <source>Plug it in again, or use another drive.</source>
            <translation>Conéctela de nuevo o use otra unidad.</translation>
        </message>
        <message>
            <source>Plug it in again, then copy once more.</source>
            <translation>Conéctela de nuevo y vuelva a copiar.</translation>
        </message>
        <message>
            <source>Plug it in and try again, or choose another folder with --out.</source>
            <translation>Conéctela y vuelva a intentarlo.</translation>
        </message>
        <message>
            <source>Plug the drive in, then try again</source>
            <translation>Conectar la unidad y volver a intentarlo</translation>
        </message>
        <message>
            <source>Point</source>
            <translation>Punto</translation>
        </message>
        <message>
            <source>Point {number} moves to a second slide.</source>
            <translation>El punto {number} pasa a una segunda diapositiva.</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>Puntos</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>Publicar</translation>
        </message>
        <message>
            <source>Post pictures</source>
            <translation>Imágenes de publicaciones</translation>
        </message>
        <message>
            <source>Post text</source>
            <translation>Texto de la publicación</translation>
        </message>
        <message>
            <source>Post text for {network}</source>
            <translation>Texto de la publicación para {network}</translation>
        </message>
        <message>
            <source>Post text of “{title}”</source>
            <translation>Texto de la publicación “{title}”</translation>
        </message>
        <message>
            <source>Post texts</source>
            <translation>Textos de publicaciones</translation>
        </message>
        <message>
            <source>Posted</source>
            <translation>Publicado</translation>
        </message>
        <message>
            <source>Posters, flyer and cards with bleed and crop marks</source>
            <translation>Carteles, volante y tarjetas con sangrado y marcas de corte</translation>
        </message>
        <message>
            <source>Posters, flyers, tear-off sheets and cards then have dots instead of color, also in the export.</source>
            <translation>Los carteles, volantes, hojas para arrancar y tarjetas tienen entonces puntos en lugar de color, también en la exportación.</translation>
        </message>
        <message>
            <source>Posting calendar</source>
            <translation>Calendario de publicaciones</translation>
        </message>
        <message>
            <source>Posts</source>
            <translation>Publicaciones</translation>
        </message>
        <message>
            <source>Posts and texts</source>
            <translation>Publicaciones y textos</translation>
        </message>
        <message>
            <source>Posts of the built-in week {number}</source>
            <translation>Publicaciones de la semana {number} incluida</translation>
        </message>
        <message>
            <source>Posts spread evenly over their weeks.</source>
            <translation>Publicaciones distribuidas de manera uniforme en sus semanas.</translation>
        </message>
        <message>
            <source>PowerPoint files ({kinds})</source>
            <translation>Archivos de PowerPoint ({kinds})</translation>
        </message>
        <message>
            <source>PowerPoint template</source>
            <translation>Plantilla de PowerPoint</translation>
        </message>
        <message>
            <source>Preferences</source>
            <translation>Preferencias</translation>
        </message>
        <message>
            <source>Preferences cannot be saved on this computer.</source>
            <translation>Las preferencias no se pueden guardar en esta computadora.</translation>
        </message>
        <message>
            <source>Preferences…</source>
            <translation>Preferencias…</translation>
        </message>
        <message>
            <source>Preparing the file. Drag it again in a moment.</source>
            <translation>Preparando el archivo. Arrástrelo otra vez en un momento.</translation>
        </message>
        <message>
            <source>Present</source>
            <translation>Presentar</translation>
        </message>
        <message>
            <source>Present {what}</source>
            <translation>Presentar {what}</translation>
        </message>
        <message>
            <source>Presentation whose design decks take; empty for the kit's own.</source>
            <translation>Presentación cuyo diseño toman las presentaciones; vacía para el del kit.</translation>
        </message>
        <message>
            <source>Presentation with your design</source>
            <translation>Presentación con su diseño</translation>
        </message>
        <message>
            <source>Presenter</source>
            <translation>Presenta</translation>
        </message>
        <message>
            <source>Presidents’ Day</source>
            <translation>Día de los Presidentes</translation>
        </message>
        <message>
            <source>Press Enter to choose a file, or paste a picture.</source>
            <translation>Presione Enter para elegir un archivo, o pegue una imagen.</translation>
        </message>
        <message>
            <source>Press the arrow beside Export kit. Backgrounds, handouts and more are one click each.</source>
            <translation>Presione la flecha junto a Exportar kit. Fondos, folletos y más están a un clic.</translation>
        </message>
        <message>
            <source>Press the button that shows how many items to check, or press F7. Most rows have a button that fixes the problem.</source>
            <translation>Presione el botón que muestra cuántos puntos hay por revisar, o F7. Casi todas las filas tienen un botón que corrige el problema.</translation>
        </message>
        <message>
            <source>Press the four colors above the board, then click one. The whole board updates.</source>
            <translation>Pulse los cuatro colores encima del tablero y haga clic en uno. Todo el tablero se actualiza.</translation>
        </message>
        <message>
            <source>Previous check</source>
            <translation>Aviso anterior</translation>
        </message>
        <message>
            <source>Previous pane</source>
            <translation>Panel anterior</translation>
        </message>
        <message>
            <source>Previous piece</source>
            <translation>Pieza anterior</translation>
        </message>
        <message>
            <source>Previous week</source>
            <translation>Semana anterior</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Imprimir</translation>
        </message>
        <message>
            <source>Print 1 sheet</source>
            <translation>Imprimir 1 hoja</translation>
        </message>
        <message>
            <source>Print a test page</source>
            <translation>Imprimir una página de prueba</translation>
        </message>
        <message>
            <source>Print at actual size (100%), not fitted to the page.</source>
            <translation>Imprima en tamaño real (100%), sin ajustar a la página.</translation>
        </message>
        <message>
            <source>Print cards</source>
            <translation>Imprimir tarjetas</translation>
        </message>
        <message>
            <source>Print handouts</source>
            <translation>Imprimir folletos</translation>
        </message>
        <message>
            <source>Print it once</source>
            <translation>Imprímalo una vez</translation>
        </message>
        <message>
            <source>Print it {count} times</source>
            <translation>Imprímalo {count} veces</translation>
        </message>
        <message>
            <source>Print them in black and white.</source>
            <translation>Imprímalos en blanco y negro.</translation>
        </message>
        <message>
            <source>Print them in color.</source>
            <translation>Imprímalos a color.</translation>
        </message>
        <message>
            <source>Print {n} sheets</source>
            <translation>Imprimir {n} hojas</translation>
        </message>
        <message>
            <source>Print {sheets} sheets</source>
            <translation>Imprimir {sheets} hojas</translation>
        </message>
        <message>
            <source>Printed beside it: {parts}</source>
            <translation>Impreso al lado: {parts}</translation>
        </message>
        <message>
            <source>Printer edge</source>
            <translation>Margen de la impresora</translation>
        </message>
        <message>
            <source>Printing {title}</source>
            <translation>Imprimiendo {title}</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>Imprimir…</translation>
        </message>
        <message>
            <source>Privacy</source>
            <translation>Privacidad</translation>
        </message>
        <message>
            <source>Proclamation</source>
            <translation>Proclamación</translation>
        </message>
        <message>
            <source>Proclamation: city, county or state</source>
            <translation>Proclamación: ciudad, condado o estado</translation>
        </message>
        <message>
            <source>Proclamation: title of who signs</source>
            <translation>Proclamación: cargo de quien firma</translation>
        </message>
        <message>
            <source>Proclamation: who signs</source>
            <translation>Proclamación: quién firma</translation>
        </message>
        <message>
            <source>Profile grid</source>
            <translation>Cuadrícula del perfil</translation>
        </message>
        <message>
            <source>Program's choice</source>
            <translation>A elección del programa</translation>
        </message>
        <message>
            <source>Put it back</source>
            <translation>Volver a ponerlo</translation>
        </message>
        <message>
            <source>Put it into the column color.</source>
            <translation>Póngalo en la columna color.</translation>
        </message>
        <message>
            <source>Put it on the board</source>
            <translation>Ponerla en el tablero</translation>
        </message>
        <message>
            <source>Put photos where they fit</source>
            <translation>Poner las fotos donde queden bien</translation>
        </message>
        <message>
            <source>Put quotation marks around text that contains the separator.</source>
            <translation>Ponga entre comillas el texto que contiene el separador.</translation>
        </message>
        <message>
            <source>Put text in quotation marks and lists in square brackets.</source>
            <translation>Ponga el texto entre comillas y las listas entre corchetes.</translation>
        </message>
        <message>
            <source>Put the .html on your website as it is: one file with everything in it. Or copy what you need from it.</source>
            <translation>Ponga el .html en su sitio web tal como está: un solo archivo con todo. O copie de él lo que necesite.</translation>
        </message>
        <message>
            <source>Put the logo beside the list.</source>
            <translation>Ponga el logotipo junto a la lista.</translation>
        </message>
        <message>
            <source>Put this slide into every week</source>
            <translation>Poner esta diapositiva en todas las semanas</translation>
        </message>
        <message>
            <source>Putting the kit together</source>
            <translation>Armando el kit</translation>
        </message>
        <message>
            <source>QR code for {address}</source>
            <translation>Código QR de {address}</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Pregunta</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Salir</translation>
        </message>
        <message>
            <source>Quote</source>
            <translation>Cita</translation>
        </message>
        <message>
            <source>Read consent from a table…</source>
            <translation>Leer consentimientos de una tabla…</translation>
        </message>
        <message>
            <source>Read it</source>
            <translation>Leerlo</translation>
        </message>
        <message>
            <source>Read the short help in this window</source>
            <translation>Leer la ayuda breve en esta ventana</translation>
        </message>
        <message>
            <source>Read this toolkit</source>
            <translation>Leer este kit de materiales</translation>
        </message>
        <message>
            <source>Read your templates again</source>
            <translation>Leer de nuevo sus plantillas</translation>
        </message>
        <message>
            <source>Readers are asked to step in (“{match}”). That is dangerous for everyone.</source>
            <translation>Se pide a los lectores que intervengan (“{match}”). Eso es peligroso para todos.</translation>
        </message>
        <message>
            <source>Reading</source>
            <translation>Leyendo</translation>
        </message>
        <message>
            <source>Reading order</source>
            <translation>Orden de lectura</translation>
        </message>
        <message>
            <source>Reading pictures</source>
            <translation>Leyendo imágenes</translation>
        </message>
        <message>
            <source>Reading the font</source>
            <translation>Leyendo la fuente</translation>
        </message>
        <message>
            <source>Reading the list</source>
            <translation>Leyendo la lista</translation>
        </message>
        <message>
            <source>Reading the logo</source>
            <translation>Leyendo el logotipo</translation>
        </message>
        <message>
            <source>Reading the text…</source>
            <translation>Leyendo el texto…</translation>
        </message>
        <message>
            <source>Reading {name}</source>
            <translation>Leyendo {name}</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>Leyendo…</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Listas</translation>
        </message>
        <message>
            <source>Ready, color darkened</source>
            <translation>Listo, color oscurecido</translation>
        </message>
        <message>
            <source>Ready, color lightened</source>
            <translation>Listo, color aclarado</translation>
        </message>
        <message>
            <source>Real size (Ctrl+1)</source>
            <translation>Tamaño real (Ctrl+1)</translation>
        </message>
        <message>
            <source>Recent files</source>
            <translation>Archivos recientes</translation>
        </message>
        <message>
            <source>Recruitment often begins with someone the person knows, and nobody needs to be moved.</source>
            <translation>A menudo, el reclutamiento empieza con alguien conocido, y no hace falta trasladar a nadie.</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Rehacer</translation>
        </message>
        <message>
            <source>Redone: {count} steps</source>
            <translation>Rehecho: {count} pasos</translation>
        </message>
        <message>
            <source>Redone: {step}</source>
            <translation>Rehecho: {step}</translation>
        </message>
        <message>
            <source>Reduce motion</source>
            <translation>Reducir movimiento</translation>
        </message>
        <message>
            <source>Rehearsal</source>
            <translation>Ensayo</translation>
        </message>
        <message>
            <source>Rehearse</source>
            <translation>Ensayar</translation>
        </message>
        <message>
            <source>Rehearse again</source>
            <translation>Ensayar otra vez</translation>
        </message>
        <message>
            <source>Rehearse deck</source>
            <translation>Ensayar la presentación</translation>
        </message>
        <message>
            <source>Rehearse {what}</source>
            <translation>Ensayar {what}</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>Remove finished files</source>
            <translation>Eliminar los archivos terminados</translation>
        </message>
        <message>
            <source>Remove font</source>
            <translation>Quitar fuente</translation>
        </message>
        <message>
            <source>Remove from the calendar</source>
            <translation>Quitar del calendario</translation>
        </message>
        <message>
            <source>Remove from the kit</source>
            <translation>Eliminar del kit</translation>
        </message>
        <message>
            <source>Remove it</source>
            <translation>Quitarlo</translation>
        </message>
        <message>
            <source>Remove it from its own boxes.</source>
            <translation>Sáquela de sus propias cajas.</translation>
        </message>
        <message>
            <source>Remove it from the list</source>
            <translation>Quitarla de la lista</translation>
        </message>
        <message>
            <source>Remove languages, or take words.</source>
            <translation>Quite languages, o tome words.</translation>
        </message>
        <message>
            <source>Remove logo</source>
            <translation>Quitar logotipo</translation>
        </message>
        <message>
            <source>Remove partner</source>
            <translation>Quitar aliado</translation>
        </message>
        <message>
            <source>Remove partner {number}</source>
            <translation>Quitar aliado {number}</translation>
        </message>
        <message>
            <source>Remove picture</source>
            <translation>Quitar imagen</translation>
        </message>
        <message>
            <source>Remove safety copies</source>
            <translation>Eliminar copias de seguridad</translation>
        </message>
        <message>
            <source>Remove some.</source>
            <translation>Quite algunos.</translation>
        </message>
        <message>
            <source>Remove the &lt;!DOCTYPE&gt; line.</source>
            <translation>Quite la línea &lt;!DOCTYPE&gt;.</translation>
        </message>
        <message>
            <source>Remove the line</source>
            <translation>Quitar la línea</translation>
        </message>
        <message>
            <source>Remove the logo</source>
            <translation>Quitar el logotipo</translation>
        </message>
        <message>
            <source>Remove the number</source>
            <translation>Quitar el número</translation>
        </message>
        <message>
            <source>Remove the rows, or the other page and languages.</source>
            <translation>Quite las filas, o la otra página y los idiomas.</translation>
        </message>
        <message>
            <source>Remove the sheets, or take words.</source>
            <translation>Quite las hojas, o tome words.</translation>
        </message>
        <message>
            <source>Remove them from the list</source>
            <translation>Quitarlos de la lista</translation>
        </message>
        <message>
            <source>Remove them, or save the logo as PNG and use that.</source>
            <translation>Quítelas, o guarde el logotipo como PNG y use ese archivo.</translation>
        </message>
        <message>
            <source>Remove your font for all other text</source>
            <translation>Quitar su fuente para el resto del texto</translation>
        </message>
        <message>
            <source>Remove your font for headlines</source>
            <translation>Quitar su fuente para los titulares</translation>
        </message>
        <message>
            <source>Remove “{title}” from the calendar</source>
            <translation>Quitar “{title}” del calendario</translation>
        </message>
        <message>
            <source>Remove: {title}</source>
            <translation>Quitar: {title}</translation>
        </message>
        <message>
            <source>Removed</source>
            <translation>Quitado</translation>
        </message>
        <message>
            <source>Removed or changed while they were written: {names} and {count} more.</source>
            <translation>Se quitaron o cambiaron mientras se escribían: {names} y {count} más.</translation>
        </message>
        <message>
            <source>Removed or changed while they were written: {names}.</source>
            <translation>Se quitaron o cambiaron mientras se escribían: {names}.</translation>
        </message>
        <message>
            <source>Removes the picture from every piece.</source>
            <translation>Quita la imagen de todas las piezas.</translation>
        </message>
        <message>
            <source>Repeat less.</source>
            <translation>Repita menos.</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>Reemplazar</translation>
        </message>
        <message>
            <source>Replace all {n}</source>
            <translation>Reemplazar los {n}</translation>
        </message>
        <message>
            <source>Replace both</source>
            <translation>Reemplazar los dos</translation>
        </message>
        <message>
            <source>Replace it</source>
            <translation>Reemplazarlo</translation>
        </message>
        <message>
            <source>Replace the post text of “{title}”</source>
            <translation>Reemplazar el texto de la publicación “{title}”</translation>
        </message>
        <message>
            <source>Replace this text</source>
            <translation>Reemplazar este texto</translation>
        </message>
        <message>
            <source>Replace “{prompt}” on this new slide with your own text.</source>
            <translation>Reemplace “{prompt}” en esta diapositiva nueva con su propio texto.</translation>
        </message>
        <message>
            <source>Research does not support the age figure or a rise around big games.</source>
            <translation>La investigación no respalda la cifra de edad ni un aumento durante grandes eventos deportivos.</translation>
        </message>
        <message>
            <source>Reset 1 changed piece</source>
            <translation>Restablecer 1 pieza cambiada</translation>
        </message>
        <message>
            <source>Reset to default</source>
            <translation>Restablecer</translation>
        </message>
        <message>
            <source>Reset {count} changed pieces</source>
            <translation>Restablecer {count} piezas cambiadas</translation>
        </message>
        <message>
            <source>Resolution</source>
            <translation>Resolución</translation>
        </message>
        <message>
            <source>Resource</source>
            <translation>Recurso</translation>
        </message>
        <message>
            <source>Resource to act on</source>
            <translation>Recurso para actuar</translation>
        </message>
        <message>
            <source>Resource to learn from</source>
            <translation>Recurso para aprender</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Resultado</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Revisar</translation>
        </message>
        <message>
            <source>Review everything again</source>
            <translation>Revisar todo otra vez</translation>
        </message>
        <message>
            <source>Review this</source>
            <translation>Revise esto</translation>
        </message>
        <message>
            <source>Review this first. This list is for you: leave it out when you pass the kit on.</source>
            <translation>Revise esto primero. Esta lista es para usted: no la incluya cuando comparta el kit.</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>Derecha</translation>
        </message>
        <message>
            <source>Rights on paper can still mean a risk for somebody without status.</source>
            <translation>Un derecho en el papel puede ser un riesgo para quien no tiene estatus.</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Cargo</translation>
        </message>
        <message>
            <source>Round and open letters: Nunito and Nunito Sans.</source>
            <translation>Letras redondas y abiertas: Nunito y Nunito Sans.</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>Fila</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>Regla</translation>
        </message>
        <message>
            <source>Safe area</source>
            <translation>Zona segura</translation>
        </message>
        <message>
            <source>Safety advice is the same in every kit, so that nobody is put in danger.</source>
            <translation>Los consejos de seguridad son iguales en todos los kits, para no poner a nadie en peligro.</translation>
        </message>
        <message>
            <source>Safety copies</source>
            <translation>Copias de seguridad</translation>
        </message>
        <message>
            <source>Safety copy, complete</source>
            <translation>Copia de seguridad, completa</translation>
        </message>
        <message>
            <source>Safety copy, not complete</source>
            <translation>Copia de seguridad, incompleta</translation>
        </message>
        <message>
            <source>Safety line</source>
            <translation>Línea de seguridad</translation>
        </message>
        <message>
            <source>Same</source>
            <translation>Igual</translation>
        </message>
        <message>
            <source>Same as the export selection</source>
            <translation>Lo mismo que está marcado para exportar</translation>
        </message>
        <message>
            <source>Same text in {count} other weeks.</source>
            <translation>El mismo texto en otras {count} semanas.</translation>
        </message>
        <message>
            <source>Sample slides (delete)</source>
            <translation>Diapositivas de muestra (borrar)</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Save PDFs for the printer</source>
            <translation>Guardar los PDF para imprimir</translation>
        </message>
        <message>
            <source>Save a copy</source>
            <translation>Guardar una copia</translation>
        </message>
        <message>
            <source>Save a copy without slides and large pictures, and use that.</source>
            <translation>Guarde una copia sin diapositivas ni imágenes grandes y use esa.</translation>
        </message>
        <message>
            <source>Save a copy without slides and pictures, and use that.</source>
            <translation>Guarde una copia sin diapositivas ni imágenes y use esa.</translation>
        </message>
        <message>
            <source>Save a copy…</source>
            <translation>Guardar una copia…</translation>
        </message>
        <message>
            <source>Save a smaller copy of it and use that.</source>
            <translation>Guarde una copia más pequeña y úsela.</translation>
        </message>
        <message>
            <source>Save a smaller copy of it, at most 10,000 pixels wide and 10,000 high, and use that.</source>
            <translation>Guarde una copia más pequeña, de 10,000 píxeles de ancho y 10,000 de alto como máximo, y use esa copia.</translation>
        </message>
        <message>
            <source>Save an example list</source>
            <translation>Guardar una lista de ejemplo</translation>
        </message>
        <message>
            <source>Save an example list…</source>
            <translation>Guardar una lista de ejemplo…</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>Guardar como</translation>
        </message>
        <message>
            <source>Save as brand file</source>
            <translation>Guardar como archivo de marca</translation>
        </message>
        <message>
            <source>Save as brand file…</source>
            <translation>Guardar como archivo de marca…</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>Guardar como…</translation>
        </message>
        <message>
            <source>Save each piece</source>
            <translation>Guardar cada pieza</translation>
        </message>
        <message>
            <source>Save it again as PNG or JPEG, then add it again.</source>
            <translation>Guárdela de nuevo como PNG o JPEG y agréguela otra vez.</translation>
        </message>
        <message>
            <source>Save it again as SVG, or as PNG.</source>
            <translation>Guárdelo otra vez como SVG o como PNG.</translation>
        </message>
        <message>
            <source>Save it again at a common size.</source>
            <translation>Guárdelo otra vez en un tamaño común.</translation>
        </message>
        <message>
            <source>Save it again from the drawing program.</source>
            <translation>Guárdelo otra vez desde el programa de dibujo.</translation>
        </message>
        <message>
            <source>Save it again with Word, without pictures.</source>
            <translation>Guárdelo otra vez con Word, sin imágenes.</translation>
        </message>
        <message>
            <source>Save it again with a viewBox, or with a width and a height in px.</source>
            <translation>Guárdelo otra vez con un viewBox o con ancho y alto en px.</translation>
        </message>
        <message>
            <source>Save it as CSV.</source>
            <translation>Guárdelo como CSV.</translation>
        </message>
        <message>
            <source>Save it as plain SVG, or as PNG.</source>
            <translation>Guárdela como SVG simple o como PNG.</translation>
        </message>
        <message>
            <source>Save it as plain text in UTF-8.</source>
            <translation>Guárdelo como texto sin formato en UTF-8.</translation>
        </message>
        <message>
            <source>Save it as {wanted} and use that.</source>
            <translation>Guárdelo como {wanted} y use ese archivo.</translation>
        </message>
        <message>
            <source>Save it in your editor as UTF-8.</source>
            <translation>Guárdelo en su editor como UTF-8.</translation>
        </message>
        <message>
            <source>Save it without pictures.</source>
            <translation>Guárdelo sin imágenes.</translation>
        </message>
        <message>
            <source>Save picture</source>
            <translation>Guardar imagen</translation>
        </message>
        <message>
            <source>Save planner CSV</source>
            <translation>Guardar planificador CSV</translation>
        </message>
        <message>
            <source>Save planner CSV…</source>
            <translation>Guardar planificador CSV…</translation>
        </message>
        <message>
            <source>Save somewhere else</source>
            <translation>Guardar en otro lugar</translation>
        </message>
        <message>
            <source>Save the campaign</source>
            <translation>Guardar la campaña</translation>
        </message>
        <message>
            <source>Save the campaign as a folder…</source>
            <translation>Guardar la campaña como carpeta…</translation>
        </message>
        <message>
            <source>Save the drawing again as plain SVG, or save it as PNG and use that.</source>
            <translation>Guarde el dibujo otra vez como SVG simple, o como PNG, y use ese archivo.</translation>
        </message>
        <message>
            <source>Save the logo again and use that.</source>
            <translation>Guarde el logotipo otra vez y use ese archivo.</translation>
        </message>
        <message>
            <source>Save the logo as PNG and use that, or save it again as plain SVG.</source>
            <translation>Guarde el logotipo como PNG y use ese archivo, o guárdelo otra vez como SVG simple.</translation>
        </message>
        <message>
            <source>Save the logo as PNG and use that.</source>
            <translation>Guarde el logotipo como PNG y use ese archivo.</translation>
        </message>
        <message>
            <source>Save the logo as PNG.</source>
            <translation>Guarde el logotipo como PNG.</translation>
        </message>
        <message>
            <source>Save the table as "CSV UTF-8".</source>
            <translation>Guarde la tabla como “CSV UTF-8”.</translation>
        </message>
        <message>
            <source>Save the toolkit as Word (.docx), PDF, plain text (.txt) or Markdown (.md).</source>
            <translation>Guarde el kit de materiales como Word (.docx), PDF, texto sin formato (.txt) o Markdown (.md).</translation>
        </message>
        <message>
            <source>Save the toolkit as plain text in UTF-8.</source>
            <translation>Guarde el kit de materiales como texto sin formato en UTF-8.</translation>
        </message>
        <message>
            <source>Save this picture</source>
            <translation>Guardar esta imagen</translation>
        </message>
        <message>
            <source>Save this picture…</source>
            <translation>Guardar esta imagen…</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Guardado</translation>
        </message>
        <message>
            <source>Saved in {folder}. You never need to press this.</source>
            <translation>Guardado en {folder}. Nunca hace falta pulsar esto.</translation>
        </message>
        <message>
            <source>Saved in {folder}: {files}. The list {name} says what to buy and how to print.</source>
            <translation>Guardado en {folder}: {files}. La lista {name} dice qué comprar y cómo imprimir.</translation>
        </message>
        <message>
            <source>Saved on this computer {time}</source>
            <translation>Guardado en esta computadora {time}</translation>
        </message>
        <message>
            <source>Saved {time}</source>
            <translation>Guardado {time}</translation>
        </message>
        <message>
            <source>Saved: {path}. Open it in a spreadsheet program.</source>
            <translation>Guardado: {path}. Ábralo en un programa de hojas de cálculo.</translation>
        </message>
        <message>
            <source>Saves every post of the month as a table for your own planning</source>
            <translation>Guarda todas las publicaciones del mes en una tabla para su planificación</translation>
        </message>
        <message>
            <source>Say first who can be recognized.</source>
            <translation>Diga primero a quién se puede reconocer.</translation>
        </message>
        <message>
            <source>Say in alt what is seen, in at most {most} characters.</source>
            <translation>Diga en alt lo que se ve, en {most} caracteres como máximo.</translation>
        </message>
        <message>
            <source>Say in only_why why other years do without it.</source>
            <translation>Diga en only_why por qué otros años no lo llevan.</translation>
        </message>
        <message>
            <source>Say it with --helpline "Name=1-800-555-0100"; the number of your own organization will do.</source>
            <translation>Indique la línea de ayuda, por ejemplo "Nombre=1-800-555-0100"; también sirve el número de su propia organización.</translation>
        </message>
        <message>
            <source>Say it with --month 10.</source>
            <translation>Indique el mes, por ejemplo 10.</translation>
        </message>
        <message>
            <source>Say it with --observance "Name of the Month".</source>
            <translation>Indique el nombre del mes o del día, por ejemplo "Nombre del mes".</translation>
        </message>
        <message>
            <source>Say it with --year 2028.</source>
            <translation>Indique el año.</translation>
        </message>
        <message>
            <source>Say what can be seen. Do not call anyone in the picture a victim or survivor.</source>
            <translation>Diga qué se ve. No llame víctima ni sobreviviente a nadie de la imagen.</translation>
        </message>
        <message>
            <source>Say what is there. “Image of” is read aloud already.</source>
            <translation>Diga qué se ve. “Imagen de” ya se lee en voz alta.</translation>
        </message>
        <message>
            <source>Say what to say, how long, and what to ask.</source>
            <translation>Indique qué decir, cuánto tiempo y qué preguntar.</translation>
        </message>
        <message>
            <source>Say where the form is kept.</source>
            <translation>Diga dónde se guarda el formulario.</translation>
        </message>
        <message>
            <source>Say who can be recognized</source>
            <translation>Diga a quién se puede reconocer</translation>
        </message>
        <message>
            <source>Say who can be recognized.</source>
            <translation>Diga a quién se puede reconocer.</translation>
        </message>
        <message>
            <source>Say who is pictured, or "nobody".</source>
            <translation>Diga quién aparece, o escriba “nadie”.</translation>
        </message>
        <message>
            <source>Schedules the post for the selected day</source>
            <translation>Programa la publicación para el día seleccionado</translation>
        </message>
        <message>
            <source>Screen readers tell slides apart by their titles.</source>
            <translation>Los lectores de pantalla distinguen las diapositivas por su título.</translation>
        </message>
        <message>
            <source>Screens ⇄</source>
            <translation>Pantallas ⇄</translation>
        </message>
        <message>
            <source>Scroll the notes</source>
            <translation>Desplazar las notas</translation>
        </message>
        <message>
            <source>Second</source>
            <translation>Segundo</translation>
        </message>
        <message>
            <source>Second color</source>
            <translation>Segundo color</translation>
        </message>
        <message>
            <source>See everything available, then choose</source>
            <translation>Ver todo lo que hay y luego elegir</translation>
        </message>
        <message>
            <source>See it on the table</source>
            <translation>Verlo sobre la mesa</translation>
        </message>
        <message>
            <source>See the last step</source>
            <translation>Ver el último paso</translation>
        </message>
        <message>
            <source>See the last {count} steps</source>
            <translation>Ver los últimos {count} pasos</translation>
        </message>
        <message>
            <source>Select &amp;all</source>
            <translation>Seleccionar &amp;todo</translation>
        </message>
        <message>
            <source>Select all</source>
            <translation>Seleccionar todo</translation>
        </message>
        <message>
            <source>Select all here</source>
            <translation>Seleccionar todo aquí</translation>
        </message>
        <message>
            <source>Select at least one piece.</source>
            <translation>Marque al menos una pieza.</translation>
        </message>
        <message>
            <source>Select none</source>
            <translation>No seleccionar nada</translation>
        </message>
        <message>
            <source>Select one to five words to emphasize.</source>
            <translation>Seleccione de una a cinco palabras para resaltar.</translation>
        </message>
        <message>
            <source>Select the pieces on the board first.</source>
            <translation>Seleccione primero las piezas en el tablero.</translation>
        </message>
        <message>
            <source>Select the slide that the copy is to follow.</source>
            <translation>Seleccione la diapositiva después de la cual irá la copia.</translation>
        </message>
        <message>
            <source>Select what you need</source>
            <translation>Seleccione lo que necesita</translation>
        </message>
        <message>
            <source>Select what you need below.</source>
            <translation>Marque abajo lo que necesita.</translation>
        </message>
        <message>
            <source>Selected, {count}</source>
            <translation>Seleccionadas, {count}</translation>
        </message>
        <message>
            <source>Services never depend on this.</source>
            <translation>Los servicios nunca dependen de esto.</translation>
        </message>
        <message>
            <source>Set another value.</source>
            <translation>Ponga otro valor.</translation>
        </message>
        <message>
            <source>Set of files that Export begins with, by its name.</source>
            <translation>Conjunto de archivos con el que empieza la exportación, por su nombre.</translation>
        </message>
        <message>
            <source>Settings and recovery</source>
            <translation>Preferencias y recuperación</translation>
        </message>
        <message>
            <source>Sex work is not another word for trafficking.</source>
            <translation>El trabajo sexual no es sinónimo de trata.</translation>
        </message>
        <message>
            <source>Share picture</source>
            <translation>Compartir imagen</translation>
        </message>
        <message>
            <source>Shared</source>
            <translation>Compartido</translation>
        </message>
        <message>
            <source>Sharing did not work: press and hold the picture.</source>
            <translation>No se pudo compartir: mantenga presionada la imagen.</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>Hoja</translation>
        </message>
        <message>
            <source>Shock and pity push people away; plain facts inform. The list of words is our own.</source>
            <translation>El impacto y la lástima alejan; los hechos sencillos informan. La lista de palabras es nuestra.</translation>
        </message>
        <message>
            <source>Short deck</source>
            <translation>Presentación breve</translation>
        </message>
        <message>
            <source>Short text</source>
            <translation>Texto corto</translation>
        </message>
        <message>
            <source>Short text for {network}</source>
            <translation>Texto corto para {network}</translation>
        </message>
        <message>
            <source>Shorten it.</source>
            <translation>Acórtelo.</translation>
        </message>
        <message>
            <source>Shorter text is shown again.</source>
            <translation>Con un texto más corto se vuelve a mostrar.</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Mostrar</translation>
        </message>
        <message>
            <source>Show again</source>
            <translation>Mostrar otra vez</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Mostrar todo</translation>
        </message>
        <message>
            <source>Show all rows</source>
            <translation>Mostrar todas las filas</translation>
        </message>
        <message>
            <source>Show all words</source>
            <translation>Mostrar todas las palabras</translation>
        </message>
        <message>
            <source>Show all {count} of {section}</source>
            <translation>Mostrar los {count} de {section}</translation>
        </message>
        <message>
            <source>Show another picture here</source>
            <translation>Mostrar otra imagen aquí</translation>
        </message>
        <message>
            <source>Show both</source>
            <translation>Mostrar ambas</translation>
        </message>
        <message>
            <source>Show deck</source>
            <translation>Mostrar presentación</translation>
        </message>
        <message>
            <source>Show fewer</source>
            <translation>Mostrar menos</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Mostrar en la carpeta</translation>
        </message>
        <message>
            <source>Show in one row</source>
            <translation>Mostrar en una fila</translation>
        </message>
        <message>
            <source>Show in this deck</source>
            <translation>Mostrar en esta presentación</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>Mostrarlo</translation>
        </message>
        <message>
            <source>Show less of the picture, larger, as the wheel does</source>
            <translation>Mostrar menos de la imagen y más grande, como hace la rueda</translation>
        </message>
        <message>
            <source>Show more of the picture, smaller</source>
            <translation>Mostrar más de la imagen y más pequeña</translation>
        </message>
        <message>
            <source>Show on the board</source>
            <translation>Mostrar en el tablero</translation>
        </message>
        <message>
            <source>Show only the rows that need a fix.</source>
            <translation>Mostrar solo las filas que hay que corregir.</translation>
        </message>
        <message>
            <source>Show pictures</source>
            <translation>Mostrar imágenes</translation>
        </message>
        <message>
            <source>Show short help</source>
            <translation>Mostrar ayuda breve</translation>
        </message>
        <message>
            <source>Show somebody else</source>
            <translation>Mostrar a otra persona</translation>
        </message>
        <message>
            <source>Show somebody else here</source>
            <translation>Mostrar a otra persona aquí</translation>
        </message>
        <message>
            <source>Show somebody older</source>
            <translation>Mostrar a alguien mayor</translation>
        </message>
        <message>
            <source>Show somebody older here</source>
            <translation>Mostrar a alguien mayor aquí</translation>
        </message>
        <message>
            <source>Show somebody younger</source>
            <translation>Mostrar a alguien más joven</translation>
        </message>
        <message>
            <source>Show somebody younger here</source>
            <translation>Mostrar a alguien más joven aquí</translation>
        </message>
        <message>
            <source>Show the checks</source>
            <translation>Mostrar la revisión</translation>
        </message>
        <message>
            <source>Show the name</source>
            <translation>Mostrar el nombre</translation>
        </message>
        <message>
            <source>Show the name beside the logo</source>
            <translation>Mostrar el nombre junto al logotipo</translation>
        </message>
        <message>
            <source>Show the picture</source>
            <translation>Mostrar la imagen</translation>
        </message>
        <message>
            <source>Show the picture of the kit again</source>
            <translation>Volver a mostrar la imagen del kit</translation>
        </message>
        <message>
            <source>Show the piece</source>
            <translation>Mostrar la pieza</translation>
        </message>
        <message>
            <source>Show the post in the calendar, where its day and time can be changed</source>
            <translation>Mostrar la publicación en el calendario, donde se pueden cambiar el día y la hora</translation>
        </message>
        <message>
            <source>Show the size in which something is missing</source>
            <translation>Mostrar el tamaño en el que falta algo</translation>
        </message>
        <message>
            <source>Show the whole head</source>
            <translation>Mostrar la cabeza entera</translation>
        </message>
        <message>
            <source>Show the whole kit</source>
            <translation>Mostrar todo el kit</translation>
        </message>
        <message>
            <source>Show why</source>
            <translation>Mostrar por qué</translation>
        </message>
        <message>
            <source>Show {field} there, or remove those sizes from canvases.</source>
            <translation>Muestre {field} ahí o quite esos tamaños de canvases.</translation>
        </message>
        <message>
            <source>Show {size}</source>
            <translation>Mostrar {size}</translation>
        </message>
        <message>
            <source>Show {what}</source>
            <translation>Mostrar {what}</translation>
        </message>
        <message>
            <source>Shows other people in all drawings. Those you keep stay.</source>
            <translation>Muestra a otras personas en todos los dibujos. Las que usted mantiene se quedan.</translation>
        </message>
        <message>
            <source>Shows the dates of each week so that you can change them; {state}</source>
            <translation>Muestra las fechas de cada semana para que pueda cambiarlas; {state}</translation>
        </message>
        <message>
            <source>Shows the kit as it was when you started. Later edits are not included.</source>
            <translation>Muestra el kit como estaba al empezar. Los cambios posteriores no se incluyen.</translation>
        </message>
        <message>
            <source>Shuffle layouts</source>
            <translation>Mezclar composiciones</translation>
        </message>
        <message>
            <source>Shuffle the graphics’ layouts</source>
            <translation>Mezclar las composiciones de los gráficos</translation>
        </message>
        <message>
            <source>Side, as others see it</source>
            <translation>Lado, como lo ven los demás</translation>
        </message>
        <message>
            <source>Signed form</source>
            <translation>Formulario firmado</translation>
        </message>
        <message>
            <source>Simplified: some shapes of your PowerPoint design are only outlined here. The exported file has all of them.</source>
            <translation>Simplificado: de algunas formas de su diseño de PowerPoint aquí solo se ve el contorno. El archivo exportado las tiene todas.</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Tamaño</translation>
        </message>
        <message>
            <source>Size of the logo</source>
            <translation>Tamaño del logotipo</translation>
        </message>
        <message>
            <source>Size of the window's text in percent, 100 to 200.</source>
            <translation>Tamaño del texto de la ventana en porcentaje, de 100 a 200.</translation>
        </message>
        <message>
            <source>Skip to the text</source>
            <translation>Ir al texto</translation>
        </message>
        <message>
            <source>Slab serif headlines, as in a newspaper: Bitter and a humanist sans.</source>
            <translation>Titulares con remates fuertes, como en un periódico: Bitter y una fuente humanista sin remates.</translation>
        </message>
        <message>
            <source>Slide</source>
            <translation>Diapositiva</translation>
        </message>
        <message>
            <source>Slide 12</source>
            <translation>Diapositiva 12</translation>
        </message>
        <message>
            <source>Slide before</source>
            <translation>Diapositiva anterior</translation>
        </message>
        <message>
            <source>Slide in every week</source>
            <translation>Diapositiva en todas las semanas</translation>
        </message>
        <message>
            <source>Slide {number} has no title.</source>
            <translation>La diapositiva {number} no tiene título.</translation>
        </message>
        <message>
            <source>Slide {number} of {count}</source>
            <translation>Diapositiva {number} de {count}</translation>
        </message>
        <message>
            <source>Slide {number} of {count}: {title}</source>
            <translation>Diapositiva {number} de {count}: {title}</translation>
        </message>
        <message>
            <source>Slide {number} of “{title}” was left out. {sentence}</source>
            <translation>La diapositiva {number} de “{title}” no se incluyó. {sentence}</translation>
        </message>
        <message>
            <source>Slide {number} took longer than planned.</source>
            <translation>La diapositiva {number} tomó más tiempo de lo previsto.</translation>
        </message>
        <message>
            <source>Slide {number} took twice as long.</source>
            <translation>La diapositiva {number} tomó el doble de tiempo.</translation>
        </message>
        <message>
            <source>Slide {n}, {title}</source>
            <translation>Diapositiva {n}, {title}</translation>
        </message>
        <message>
            <source>Slides</source>
            <translation>Diapositivas</translation>
        </message>
        <message>
            <source>Slides as pictures</source>
            <translation>Diapositivas como imágenes</translation>
        </message>
        <message>
            <source>Slides that count five minutes down by themselves, for a break without this program</source>
            <translation>Diapositivas que cuentan solas cinco minutos, para un descanso sin este programa</translation>
        </message>
        <message>
            <source>Slides {first} and {number} have the same title, “{title}”.</source>
            <translation>Las diapositivas {first} y {number} tienen el mismo título, “{title}”.</translation>
        </message>
        <message>
            <source>Slides {numbers} and {number} took longer than planned.</source>
            <translation>Las diapositivas {numbers} y {number} tomaron más tiempo de lo previsto.</translation>
        </message>
        <message>
            <source>Slides {numbers} and {number} took twice as long.</source>
            <translation>Las diapositivas {numbers} y {number} tomaron el doble de tiempo.</translation>
        </message>
        <message>
            <source>Small line above</source>
            <translation>Línea pequeña de arriba</translation>
        </message>
        <message>
            <source>Smaller (-)</source>
            <translation>Más pequeño (-)</translation>
        </message>
        <message>
            <source>Smaller pictures</source>
            <translation>Imágenes más pequeñas</translation>
        </message>
        <message>
            <source>Social graphics</source>
            <translation>Gráficos para redes</translation>
        </message>
        <message>
            <source>Social graphics and backgrounds show the logo alone. Print and decks have the name in small letters.</source>
            <translation>Los gráficos para redes y los fondos muestran solo el logotipo. Los impresos y las presentaciones llevan el nombre en letra pequeña.</translation>
        </message>
        <message>
            <source>Social post</source>
            <translation>Publicación</translation>
        </message>
        <message>
            <source>Soft above 2 inches. An SVG prints sharp.</source>
            <translation>Borroso a más de 2 pulgadas. Un SVG se imprime nítido.</translation>
        </message>
        <message>
            <source>Soft serif headlines with plain text: Fraunces and Public Sans.</source>
            <translation>Titulares con remates suaves y texto sencillo: Fraunces y Public Sans.</translation>
        </message>
        <message>
            <source>Some cameras and windows cut off the dark parts.</source>
            <translation>Algunas cámaras y ventanas cortan las partes oscuras.</translation>
        </message>
        <message>
            <source>Some printers leave the part outside the line white.</source>
            <translation>Algunas impresoras dejan en blanco lo que está fuera de la línea.</translation>
        </message>
        <message>
            <source>Some templates are not used</source>
            <translation>Algunas plantillas no se usan</translation>
        </message>
        <message>
            <source>Somebody else</source>
            <translation>Otra persona</translation>
        </message>
        <message>
            <source>Something unexpected happened.</source>
            <translation>Ocurrió algo inesperado.</translation>
        </message>
        <message>
            <source>Something unexpected happened. Finished kits are kept.</source>
            <translation>Ocurrió algo inesperado. Los kits terminados se conservan.</translation>
        </message>
        <message>
            <source>Something unexpected happened. Your kit has not changed.</source>
            <translation>Ocurrió algo inesperado. Su kit no ha cambiado.</translation>
        </message>
        <message>
            <source>Something unexpected happened. Your kit is saved.</source>
            <translation>Ocurrió algo inesperado. Su kit está guardado.</translation>
        </message>
        <message>
            <source>Source and year</source>
            <translation>Fuente y año</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Fuentes</translation>
        </message>
        <message>
            <source>Space selects or clears a row</source>
            <translation>La barra espaciadora marca o desmarca una fila</translation>
        </message>
        <message>
            <source>Speaker notes</source>
            <translation>Notas del orador</translation>
        </message>
        <message>
            <source>Speaker notes below the slide</source>
            <translation>Notas del orador bajo la diapositiva</translation>
        </message>
        <message>
            <source>Split here</source>
            <translation>Dividir aquí</translation>
        </message>
        <message>
            <source>Spoken and written down</source>
            <translation>Hablado y anotado</translation>
        </message>
        <message>
            <source>Spread evenly</source>
            <translation>Distribuir de manera uniforme</translation>
        </message>
        <message>
            <source>Spread the posts evenly</source>
            <translation>Distribuir las publicaciones de manera uniforme</translation>
        </message>
        <message>
            <source>Spreads posts without a fixed date over their week</source>
            <translation>Distribuye en su semana las publicaciones sin fecha fija</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>Personal</translation>
        </message>
        <message>
            <source>Staff or volunteer</source>
            <translation>Personal o voluntariado</translation>
        </message>
        <message>
            <source>Start again in this language</source>
            <translation>Empezar de nuevo en este idioma</translation>
        </message>
        <message>
            <source>Start from a set</source>
            <translation>Empezar con un conjunto</translation>
        </message>
        <message>
            <source>Start one there with: dask scheduler</source>
            <translation>Inicie uno allí con: dask scheduler</translation>
        </message>
        <message>
            <source>Start one with: dask worker {address}</source>
            <translation>Inicie uno con: dask worker {address}</translation>
        </message>
        <message>
            <source>Start over</source>
            <translation>Empezar de nuevo</translation>
        </message>
        <message>
            <source>Start over with colors</source>
            <translation>Empezar de nuevo con los colores</translation>
        </message>
        <message>
            <source>Start page and list</source>
            <translation>Página de inicio y lista</translation>
        </message>
        <message>
            <source>Start page and list of files</source>
            <translation>Página de inicio y lista de archivos</translation>
        </message>
        <message>
            <source>Start page and list of files, always</source>
            <translation>Página de inicio y lista de archivos, siempre</translation>
        </message>
        <message>
            <source>Start the slide show when the break begins: five slides count the minutes, and the last one waits. For a longer break, start again or copy a slide.</source>
            <translation>Inicie la presentación cuando empiece el descanso: cinco diapositivas cuentan los minutos y la última espera. Para un descanso más largo, empiece otra vez o copie una diapositiva.</translation>
        </message>
        <message>
            <source>Start your own talk with it: five empty slides, and a sample of every slide layout to delete.</source>
            <translation>Comience con ella su propia charla: cinco diapositivas vacías y una muestra de cada diseño de diapositiva para borrar.</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>Stays the same</source>
            <translation>Queda como está</translation>
        </message>
        <message>
            <source>Still missing</source>
            <translation>Aún falta</translation>
        </message>
        <message>
            <source>Still open: {count}.</source>
            <translation>Por decidir: {count}.</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Detener</translation>
        </message>
        <message>
            <source>Stop and quit</source>
            <translation>Detener y salir</translation>
        </message>
        <message>
            <source>Stop and start again</source>
            <translation>Detener y reiniciar</translation>
        </message>
        <message>
            <source>Stopped early: {took} so far, {planned} planned.</source>
            <translation>Se detuvo antes: {took} hasta ahora, {planned} previstos.</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>Detenido.</translation>
        </message>
        <message>
            <source>Stopped. No half-finished files are left behind.</source>
            <translation>Detenido. No quedan archivos a medias.</translation>
        </message>
        <message>
            <source>Stopped. Nothing is left on the drive.</source>
            <translation>Detenido. No queda nada en la unidad.</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Deteniendo…</translation>
        </message>
        <message>
            <source>Strength and brightness</source>
            <translation>Intensidad y brillo</translation>
        </message>
        <message>
            <source>Strong, dark headlines: Bricolage Grotesque and Archivo.</source>
            <translation>Titulares fuertes y oscuros: Bricolage Grotesque y Archivo.</translation>
        </message>
        <message>
            <source>Sturdy</source>
            <translation>Firme</translation>
        </message>
        <message>
            <source>Style</source>
            <translation>Estilo</translation>
        </message>
        <message>
            <source>Style: {name}</source>
            <translation>Estilo: {name}</translation>
        </message>
        <message>
            <source>Swap</source>
            <translation>Reemplazar</translation>
        </message>
        <message>
            <source>Swap it everywhere</source>
            <translation>Reemplazarla en todas partes</translation>
        </message>
        <message>
            <source>Swap it everywhere…</source>
            <translation>Reemplazarla en todas partes…</translation>
        </message>
        <message>
            <source>Swap picture</source>
            <translation>Reemplazar imagen</translation>
        </message>
        <message>
            <source>Swap picture in 1 piece</source>
            <translation>Reemplazar imagen en 1 pieza</translation>
        </message>
        <message>
            <source>Swap picture in {count} pieces</source>
            <translation>Reemplazar imagen en {count} piezas</translation>
        </message>
        <message>
            <source>Swap picture in {what}…</source>
            <translation>Cambiar la imagen en {what}…</translation>
        </message>
        <message>
            <source>Swap picture {number}</source>
            <translation>Reemplazar la imagen {number}</translation>
        </message>
        <message>
            <source>Swap picture…</source>
            <translation>Reemplazar imagen…</translation>
        </message>
        <message>
            <source>Swap the picture</source>
            <translation>Reemplazar la imagen</translation>
        </message>
        <message>
            <source>Swap the screens</source>
            <translation>Intercambiar las pantallas</translation>
        </message>
        <message>
            <source>Swap…</source>
            <translation>Reemplazar…</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tabla</translation>
        </message>
        <message>
            <source>Table and training</source>
            <translation>Mesa y capacitación</translation>
        </message>
        <message>
            <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
            <translation>Tablas (*.csv *.tsv *.txt);;Todos los archivos (*)</translation>
        </message>
        <message>
            <source>Take everything with you</source>
            <translation>Llevárselo todo</translation>
        </message>
        <message>
            <source>Take it out of that text, or list it among the helplines of the campaign.</source>
            <translation>Quítela de ese texto o inclúyala entre las líneas de ayuda de la campaña.</translation>
        </message>
        <message>
            <source>Take slide {number} in again</source>
            <translation>Volver a incluir la diapositiva {number}</translation>
        </message>
        <message>
            <source>Take that folder out of the campaign, or see “Add a language” in CONTRIBUTING.md. Known are {known}.</source>
            <translation>Saque esa carpeta de la campaña, o vea “Add a language” en CONTRIBUTING.md. Se conocen {known}.</translation>
        </message>
        <message>
            <source>Take the last change in this list back (Ctrl+Z)</source>
            <translation>Deshacer el último cambio en esta lista (Ctrl+Z)</translation>
        </message>
        <message>
            <source>Take the time you need. The hotline is at the foot of this slide.</source>
            <translation>Tómese el tiempo que necesite. La línea de ayuda está al pie de esta diapositiva.</translation>
        </message>
        <message>
            <source>Talk</source>
            <translation>Exponer</translation>
        </message>
        <message>
            <source>Tap a text to select it and copy. Press and hold a picture to save or share it.</source>
            <translation>Toque un texto para seleccionarlo y copiarlo. Mantenga presionada una imagen para guardarla o compartirla.</translation>
        </message>
        <message>
            <source>Template</source>
            <translation>Plantilla</translation>
        </message>
        <message>
            <source>Template of {what}</source>
            <translation>Plantilla de {what}</translation>
        </message>
        <message>
            <source>Template:</source>
            <translation>Plantilla:</translation>
        </message>
        <message>
            <source>Templates</source>
            <translation>Plantillas</translation>
        </message>
        <message>
            <source>Test page</source>
            <translation>Página de prueba</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texto</translation>
        </message>
        <message>
            <source>Text for</source>
            <translation>Texto para</translation>
        </message>
        <message>
            <source>Text for {networks}</source>
            <translation>Texto para {networks}</translation>
        </message>
        <message>
            <source>Text for {network}</source>
            <translation>Texto para {network}</translation>
        </message>
        <message>
            <source>Text from a picture, or a label, among the posts.</source>
            <translation>Texto de una imagen, o un rótulo, entre las publicaciones.</translation>
        </message>
        <message>
            <source>Text message</source>
            <translation>Mensaje de texto</translation>
        </message>
        <message>
            <source>Text messages</source>
            <translation>Mensajes de texto</translation>
        </message>
        <message>
            <source>Text messages for week {n}: {title}</source>
            <translation>Mensajes de texto de la semana {n}: {title}</translation>
        </message>
        <message>
            <source>Text of the license</source>
            <translation>Texto de la licencia</translation>
        </message>
        <message>
            <source>Text of {field} in all sizes</source>
            <translation>Texto de {field} en todos los tamaños</translation>
        </message>
        <message>
            <source>Text of {field} in one size</source>
            <translation>Texto de {field} en un tamaño</translation>
        </message>
        <message>
            <source>Text of “{title}” for {network}</source>
            <translation>Texto de “{title}” para {network}</translation>
        </message>
        <message>
            <source>Text outside the line may be covered by buttons.</source>
            <translation>El texto fuera de la línea puede quedar bajo los botones.</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Tamaño del texto</translation>
        </message>
        <message>
            <source>Text to change</source>
            <translation>Texto para cambiar</translation>
        </message>
        <message>
            <source>Thanksgiving</source>
            <translation>Acción de Gracias</translation>
        </message>
        <message>
            <source>Thanksgiving Day</source>
            <translation>Día de Acción de Gracias</translation>
        </message>
        <message>
            <source>That piece has no place for a picture. “{name}” is in your pictures.</source>
            <translation>Esa pieza no tiene lugar para una imagen. “{name}” está en sus imágenes.</translation>
        </message>
        <message>
            <source>The H key, which shows the room where help is, has been used.</source>
            <translation>Ya se ha usado la tecla H, que muestra a la sala dónde hay ayuda.</translation>
        </message>
        <message>
            <source>The PDF could not be saved. {reason}</source>
            <translation>No se pudo guardar el PDF. {reason}</translation>
        </message>
        <message>
            <source>The PDF has tables, whose cells cannot be told apart for certain. Use the Word file if there is one.</source>
            <translation>El PDF tiene tablas cuyas celdas no se pueden distinguir con certeza. Use el archivo de Word si lo hay.</translation>
        </message>
        <message>
            <source>The action {name} is used twice.</source>
            <translation>La acción {name} aparece dos veces.</translation>
        </message>
        <message>
            <source>The alt text has {count} characters, {most} are allowed.</source>
            <translation>El texto alternativo tiene {count} caracteres; se permiten {most}.</translation>
        </message>
        <message>
            <source>The awareness day as the built-in campaign presents it</source>
            <translation>El día de concientización, como lo presenta la campaña incluida</translation>
        </message>
        <message>
            <source>The background {was} is no longer in the program; your changes to it are now on {now}.</source>
            <translation>El fondo {was} ya no está en el programa; sus cambios ahora están en {now}.</translation>
        </message>
        <message>
            <source>The board needs these keys.</source>
            <translation>El tablero necesita estas teclas.</translation>
        </message>
        <message>
            <source>The campaign could not be saved</source>
            <translation>La campaña no se pudo guardar</translation>
        </message>
        <message>
            <source>The campaign has no language "{language}".</source>
            <translation>La campaña no tiene el idioma “{language}”.</translation>
        </message>
        <message>
            <source>The campaign has no page that “{design}” can draw.</source>
            <translation>La campaña no tiene ninguna página que “{design}” pueda dibujar.</translation>
        </message>
        <message>
            <source>The campaign is in {name}.</source>
            <translation>La campaña está en {name}.</translation>
        </message>
        <message>
            <source>The campaign pack in this kit</source>
            <translation>El paquete de campaña de este kit</translation>
        </message>
        <message>
            <source>The campaign pack {path}</source>
            <translation>El paquete de campaña {path}</translation>
        </message>
        <message>
            <source>The campaign pack {path} cannot be read: {reason}.</source>
            <translation>El paquete de campaña {path} no se puede leer: {reason}.</translation>
        </message>
        <message>
            <source>The card {name} does not have the size of a card of the sheet {id}.</source>
            <translation>La tarjeta {name} no tiene el tamaño de una tarjeta de la hoja {id}.</translation>
        </message>
        <message>
            <source>The checks didn't finish. You can still export the kit.</source>
            <translation>La revisión no terminó. Aun así puede exportar el kit.</translation>
        </message>
        <message>
            <source>The child agrees</source>
            <translation>El menor está de acuerdo</translation>
        </message>
        <message>
            <source>The child has to agree too.</source>
            <translation>El menor también tiene que estar de acuerdo.</translation>
        </message>
        <message>
            <source>The cluster at {address} has no workers.</source>
            <translation>El clúster en {address} no tiene equipos de trabajo.</translation>
        </message>
        <message>
            <source>The cluster at {address} no longer answers.</source>
            <translation>El clúster en {address} ya no responde.</translation>
        </message>
        <message>
            <source>The column "file" is missing.</source>
            <translation>Falta la columna “file”.</translation>
        </message>
        <message>
            <source>The column "{c}" appears twice.</source>
            <translation>La columna “{c}” aparece dos veces.</translation>
        </message>
        <message>
            <source>The columns are: {names}.</source>
            <translation>Las columnas son: {names}.</translation>
        </message>
        <message>
            <source>The consent ends on {day}.</source>
            <translation>El consentimiento vence el {day}.</translation>
        </message>
        <message>
            <source>The consent for photo {name} has expired</source>
            <translation>El consentimiento para la foto {name} venció</translation>
        </message>
        <message>
            <source>The consent for photo {name} was withdrawn</source>
            <translation>El consentimiento para la foto {name} se retiró</translation>
        </message>
        <message>
            <source>The consent has ended.</source>
            <translation>El consentimiento ha terminado.</translation>
        </message>
        <message>
            <source>The copy is in {folder}.</source>
            <translation>La copia está en {folder}.</translation>
        </message>
        <message>
            <source>The copy of {name} on the drive is different.</source>
            <translation>La copia de {name} en la unidad es diferente.</translation>
        </message>
        <message>
            <source>The corners must be in the room: {size}.</source>
            <translation>Las esquinas deben estar dentro de la sala: {size}.</translation>
        </message>
        <message>
            <source>The corners must go around a page: top left, top right, bottom right, bottom left.</source>
            <translation>Las esquinas deben rodear una página: arriba a la izquierda, arriba a la derecha, abajo a la derecha, abajo a la izquierda.</translation>
        </message>
        <message>
            <source>The damaged file is not changed.</source>
            <translation>El archivo dañado no se modifica.</translation>
        </message>
        <message>
            <source>The dates of week {week} are in {year}.</source>
            <translation>Las fechas de la semana {week} son de {year}.</translation>
        </message>
        <message>
            <source>The dates of week {week} are not in {month}.</source>
            <translation>Las fechas de la semana {week} no están en {month}.</translation>
        </message>
        <message>
            <source>The day</source>
            <translation>El día</translation>
        </message>
        <message>
            <source>The deck has no help slide.</source>
            <translation>La presentación no tiene diapositiva de ayuda.</translation>
        </message>
        <message>
            <source>The deck has no layout named {names}.</source>
            <translation>La presentación no tiene ningún diseño llamado {names}.</translation>
        </message>
        <message>
            <source>The deck has no layouts.</source>
            <translation>La presentación no tiene diseños.</translation>
        </message>
        <message>
            <source>The deck has no slides.</source>
            <translation>La presentación no tiene diapositivas.</translation>
        </message>
        <message>
            <source>The deck has no theme.</source>
            <translation>La presentación no tiene tema.</translation>
        </message>
        <message>
            <source>The deck has {count} slides, {most} are allowed.</source>
            <translation>La presentación tiene {count} diapositivas; se permiten {most}.</translation>
        </message>
        <message>
            <source>The deck {name} is used twice.</source>
            <translation>La presentación {name} aparece dos veces.</translation>
        </message>
        <message>
            <source>The decks have the kit's own design. {problem}</source>
            <translation>Las presentaciones tienen el diseño propio del kit. {problem}</translation>
        </message>
        <message>
            <source>The declaration of doors</source>
            <translation>La declaración de las puertas</translation>
        </message>
        <message>
            <source>The declaration of families</source>
            <translation>La declaración de familias</translation>
        </message>
        <message>
            <source>The declaration of pieces</source>
            <translation>La declaración de piezas</translation>
        </message>
        <message>
            <source>The default is used.</source>
            <translation>Se usa el valor predeterminado.</translation>
        </message>
        <message>
            <source>The description begins with “{match}”. Start with {suggest}.</source>
            <translation>La descripción empieza con “{match}”. Empiece con {suggest}.</translation>
        </message>
        <message>
            <source>The description has {n} characters; some networks allow {most}.</source>
            <translation>La descripción tiene {n} caracteres; algunas redes aceptan {most}.</translation>
        </message>
        <message>
            <source>The description has {n} characters; up to {most} are easy to listen to.</source>
            <translation>La descripción tiene {n} caracteres; hasta {most} se escuchan con facilidad.</translation>
        </message>
        <message>
            <source>The description says “{match}”. Describe {suggest} instead.</source>
            <translation>La descripción dice “{match}”. En su lugar, describa {suggest}.</translation>
        </message>
        <message>
            <source>The design of “{title}” has no place for a picture.</source>
            <translation>El diseño de “{title}” no tiene lugar para una imagen.</translation>
        </message>
        <message>
            <source>The designs could not be drawn</source>
            <translation>No se pudieron dibujar los diseños</translation>
        </message>
        <message>
            <source>The disk is full; {name} could not be written.</source>
            <translation>El disco está lleno; no se pudo escribir {name}.</translation>
        </message>
        <message>
            <source>The document has no weeks, days or themes: all of it is one.</source>
            <translation>El documento no tiene semanas, días ni temas: todo él es uno.</translation>
        </message>
        <message>
            <source>The document says everything in two languages. The kit takes the first one; lines in the other one are listed.</source>
            <translation>El documento dice todo en dos idiomas. El kit toma el primero; las líneas en el otro aparecen en la lista.</translation>
        </message>
        <message>
            <source>The drawing {file} cannot be read.</source>
            <translation>No se puede leer el dibujo {file}.</translation>
        </message>
        <message>
            <source>The drawing {file} is missing.</source>
            <translation>Falta el dibujo {file}.</translation>
        </message>
        <message>
            <source>The drive is full.</source>
            <translation>La unidad está llena.</translation>
        </message>
        <message>
            <source>The drive stopped: {reason}.</source>
            <translation>La unidad se detuvo: {reason}.</translation>
        </message>
        <message>
            <source>The drive was removed.</source>
            <translation>La unidad se retiró.</translation>
        </message>
        <message>
            <source>The drive {name} is not connected.</source>
            <translation>La unidad {name} no está conectada.</translation>
        </message>
        <message>
            <source>The event {name} is used twice.</source>
            <translation>El evento {name} aparece dos veces.</translation>
        </message>
        <message>
            <source>The experience is not the person.</source>
            <translation>La experiencia no es la persona.</translation>
        </message>
        <message>
            <source>The fact {name} is used twice.</source>
            <translation>La cifra {name} se usa dos veces.</translation>
        </message>
        <message>
            <source>The family of designs {name} is not on this computer; the kit is drawn in {other}. Copy its folder into your templates folder, or choose another family.</source>
            <translation>La familia de diseños {name} no está en esta computadora; el kit se dibuja en {other}. Copie su carpeta en su carpeta de plantillas o elija otra familia.</translation>
        </message>
        <message>
            <source>The family {family} has no style {style}.</source>
            <translation>La familia {family} no tiene el estilo {style}.</translation>
        </message>
        <message>
            <source>The family {name}</source>
            <translation>La familia {name}</translation>
        </message>
        <message>
            <source>The file</source>
            <translation>El archivo</translation>
        </message>
        <message>
            <source>The file cannot be read ({reason}).</source>
            <translation>El archivo no se puede leer ({reason}).</translation>
        </message>
        <message>
            <source>The file could not be made. {reason}</source>
            <translation>El archivo no se pudo hacer. {reason}</translation>
        </message>
        <message>
            <source>The file has more than {most} elements.</source>
            <translation>El archivo tiene más de {most} elementos.</translation>
        </message>
        <message>
            <source>The file is larger than {size} kB.</source>
            <translation>El archivo tiene más de {size} kB.</translation>
        </message>
        <message>
            <source>The file is missing.</source>
            <translation>Falta el archivo.</translation>
        </message>
        <message>
            <source>The file is missing. Export the kit again.</source>
            <translation>Falta el archivo. Exporte el kit otra vez.</translation>
        </message>
        <message>
            <source>The file is not UTF-8 text.</source>
            <translation>El archivo no es texto UTF-8.</translation>
        </message>
        <message>
            <source>The file name is missing.</source>
            <translation>Falta el nombre del archivo.</translation>
        </message>
        <message>
            <source>The file of page sizes</source>
            <translation>El archivo de tamaños de página</translation>
        </message>
        <message>
            <source>The file says that it is week {number}.</source>
            <translation>El archivo dice que es la semana {number}.</translation>
        </message>
        <message>
            <source>The file starts with &lt;{tag}&gt;, not &lt;template&gt; or &lt;parts&gt;.</source>
            <translation>El archivo empieza con &lt;{tag}&gt;, no con &lt;template&gt; o &lt;parts&gt;.</translation>
        </message>
        <message>
            <source>The file was changed after the export.</source>
            <translation>El archivo se cambió después de exportarlo.</translation>
        </message>
        <message>
            <source>The file {file}</source>
            <translation>El archivo {file}</translation>
        </message>
        <message>
            <source>The first and last days of the weeks do not belong together.</source>
            <translation>El primer y el último día de las semanas no se corresponden.</translation>
        </message>
        <message>
            <source>The first line does not stand alone within {most} characters.</source>
            <translation>La primera línea no se entiende sola en {most} caracteres.</translation>
        </message>
        <message>
            <source>The first part has {count} characters; at most {most} are allowed.</source>
            <translation>La primera parte tiene {count} caracteres; se permiten {most} como máximo.</translation>
        </message>
        <message>
            <source>The first row has headings</source>
            <translation>La primera fila tiene encabezados</translation>
        </message>
        <message>
            <source>The floor of {name} is below {least} points, the least there.</source>
            <translation>El mínimo de {name} está por debajo de {least} puntos, el menor allí.</translation>
        </message>
        <message>
            <source>The folder cannot be opened</source>
            <translation>No se puede abrir la carpeta</translation>
        </message>
        <message>
            <source>The folder contains more than {templates} templates or {files} files; not all are read.</source>
            <translation>La carpeta contiene más de {templates} plantillas o {files} archivos; no se leen todos.</translation>
        </message>
        <message>
            <source>The folder {name}</source>
            <translation>La carpeta {name}</translation>
        </message>
        <message>
            <source>The folder {name} of the program is missing.</source>
            <translation>Falta la carpeta {name} del programa.</translation>
        </message>
        <message>
            <source>The folder {name} was changed while the kit was made, so the new kit is in {folder}.</source>
            <translation>La carpeta {name} cambió mientras se hacía el kit, así que el nuevo kit está en {folder}.</translation>
        </message>
        <message>
            <source>The folder {parent} is not there and cannot be made.</source>
            <translation>La carpeta {parent} no existe y no se puede crear.</translation>
        </message>
        <message>
            <source>The folder {target} already exists.</source>
            <translation>La carpeta {target} ya existe.</translation>
        </message>
        <message>
            <source>The font file {name} cannot be read.</source>
            <translation>No se puede leer el archivo de fuente {name}.</translation>
        </message>
        <message>
            <source>The font files are of different families.</source>
            <translation>Los archivos de fuente son de familias distintas.</translation>
        </message>
        <message>
            <source>The font lacks {letters}; another font draws what it lacks.</source>
            <translation>A la fuente le falta {letters}; otra fuente dibuja lo que falta.</translation>
        </message>
        <message>
            <source>The font {name} cannot be read.</source>
            <translation>No se puede leer la fuente {name}.</translation>
        </message>
        <message>
            <source>The fonts that the family of designs is drawn for.</source>
            <translation>Las fuentes para las que está dibujada la familia de diseños.</translation>
        </message>
        <message>
            <source>The frame is a quarter inch from the edge.</source>
            <translation>El marco está a un cuarto de pulgada del borde.</translation>
        </message>
        <message>
            <source>The goals of the built-in campaign</source>
            <translation>Los objetivos de la campaña incluida</translation>
        </message>
        <message>
            <source>The graphics have other layouts. Locked ones are as they were.</source>
            <translation>Los gráficos tienen otras composiciones. Los bloqueados están como estaban.</translation>
        </message>
        <message>
            <source>The guide is a web page, and this computer has no program that can open it.</source>
            <translation>La guía es una página web y esta computadora no tiene ningún programa que pueda abrirla.</translation>
        </message>
        <message>
            <source>The handout {name} is used twice.</source>
            <translation>El folleto {name} aparece dos veces.</translation>
        </message>
        <message>
            <source>The hashtags of the built-in campaign</source>
            <translation>Los hashtags de la campaña incluida</translation>
        </message>
        <message>
            <source>The hotline is the same in every kit, so people can always reach help.</source>
            <translation>La línea de ayuda es igual en todos los kits, para que siempre se pueda pedir ayuda.</translation>
        </message>
        <message>
            <source>The hotline number is missing.</source>
            <translation>Falta el número de la línea de ayuda.</translation>
        </message>
        <message>
            <source>The hotline number was changed.</source>
            <translation>Se cambió el número de la línea de ayuda.</translation>
        </message>
        <message>
            <source>The key {name} is missing.</source>
            <translation>Falta la clave {name}.</translation>
        </message>
        <message>
            <source>The kit</source>
            <translation>El kit</translation>
        </message>
        <message>
            <source>The kit could not be copied to the USB drive</source>
            <translation>No se pudo copiar el kit a la memoria USB</translation>
        </message>
        <message>
            <source>The kit could not be made ({kind}).</source>
            <translation>No se pudo hacer el kit ({kind}).</translation>
        </message>
        <message>
            <source>The kit could not be saved there</source>
            <translation>El kit no se pudo guardar ahí</translation>
        </message>
        <message>
            <source>The kit could not be written</source>
            <translation>El kit no se pudo escribir</translation>
        </message>
        <message>
            <source>The kit file is damaged</source>
            <translation>El archivo del kit está dañado</translation>
        </message>
        <message>
            <source>The kit file, damaged</source>
            <translation>El archivo del kit, dañado</translation>
        </message>
        <message>
            <source>The kit has a text for each network. What you write here replaces all of them.</source>
            <translation>El kit tiene un texto para cada red. Lo que escriba aquí los reemplaza todos.</translation>
        </message>
        <message>
            <source>The kit in this window has not changed.</source>
            <translation>El kit de esta ventana no ha cambiado.</translation>
        </message>
        <message>
            <source>The kit is for {year}: choose days of that year, or another year.</source>
            <translation>El kit es para {year}: elija días de ese año u otro año.</translation>
        </message>
        <message>
            <source>The kit is no longer there.</source>
            <translation>El kit ya no está.</translation>
        </message>
        <message>
            <source>The kit is now in {name}.</source>
            <translation>El kit está ahora en {name}.</translation>
        </message>
        <message>
            <source>The kit needs {need} MB, {free} MB are free on the drive.</source>
            <translation>El kit necesita {need} MB; en la unidad hay {free} MB libres.</translation>
        </message>
        <message>
            <source>The kit now uses {name}.</source>
            <translation>El kit ahora usa {name}.</translation>
        </message>
        <message>
            <source>The kit now uses {name}: {count} posts for one day.</source>
            <translation>El kit ahora usa {name}: {count} publicaciones para un solo día.</translation>
        </message>
        <message>
            <source>The kit now uses {name}: {count} posts in {weeks} weeks.</source>
            <translation>El kit usa ahora {name}: {count} publicaciones en {weeks} semanas.</translation>
        </message>
        <message>
            <source>The kit uses another picture until then.</source>
            <translation>Hasta entonces, el kit usa otra imagen.</translation>
        </message>
        <message>
            <source>The kit's short text is used because yours does not fit. It does not say what you wrote.</source>
            <translation>Se usa el texto corto del kit porque el suyo no cabe. No dice lo que usted escribió.</translation>
        </message>
        <message>
            <source>The kit's short text is used because yours is too long here. It does not include what you wrote.</source>
            <translation>Se usa el texto corto del kit porque el suyo es demasiado largo aquí. No incluye lo que usted escribió.</translation>
        </message>
        <message>
            <source>The language of the kit is chosen above the board.</source>
            <translation>El idioma del kit se elige encima del tablero.</translation>
        </message>
        <message>
            <source>The last file has not been written yet.</source>
            <translation>Falta escribir el último archivo.</translation>
        </message>
        <message>
            <source>The last steps, saved on this computer</source>
            <translation>Los últimos pasos, guardados en esta computadora</translation>
        </message>
        <message>
            <source>The lengths of the sheet {name} must be from 0 to {most}.</source>
            <translation>Las medidas de la hoja {name} deben estar entre 0 y {most}.</translation>
        </message>
        <message>
            <source>The letters of {name} are blank or of a size that cannot be set.</source>
            <translation>Las letras de {name} están vacías o tienen un tamaño que no se puede usar.</translation>
        </message>
        <message>
            <source>The limit for a toolkit is {most}. Choose a part of the document.</source>
            <translation>El límite de un kit de materiales es {most}. Elija una parte del documento.</translation>
        </message>
        <message>
            <source>The line is too long.</source>
            <translation>La línea es demasiado larga.</translation>
        </message>
        <message>
            <source>The link {url} cannot go into a presentation.</source>
            <translation>El enlace {url} no puede ir en una presentación.</translation>
        </message>
        <message>
            <source>The list continues on more pages there.</source>
            <translation>Ahí la lista continúa en otras páginas.</translation>
        </message>
        <message>
            <source>The list of facts has format {schema}, this program reads {known}.</source>
            <translation>La lista de cifras tiene el formato {schema}; este programa lee {known}.</translation>
        </message>
        <message>
            <source>The list of names</source>
            <translation>La lista de nombres</translation>
        </message>
        <message>
            <source>The logo has only {wide} x {high} pixels and will look blurred.</source>
            <translation>El logotipo tiene solo {wide} x {high} píxeles y se verá borroso.</translation>
        </message>
        <message>
            <source>The logo is a single solid color, so nothing in it can be seen.</source>
            <translation>El logotipo es de un solo color; no se distingue nada en él.</translation>
        </message>
        <message>
            <source>The logo of your organization is damaged or missing in the kit file; its name appears instead.</source>
            <translation>El logotipo de su organización está dañado o falta en el archivo del kit; en su lugar aparece el nombre.</translation>
        </message>
        <message>
            <source>The logo of {name} is damaged or missing in the kit file; its name appears instead.</source>
            <translation>El logotipo de {name} está dañado o falta en el archivo del kit; en su lugar aparece el nombre.</translation>
        </message>
        <message>
            <source>The maker of {family} does not allow a part of it to be embedded ({name}).</source>
            <translation>El autor de {family} no permite incrustar una parte de ella ({name}).</translation>
        </message>
        <message>
            <source>The maker of {family} does not allow it to be embedded in files ({name}).</source>
            <translation>El autor de {family} no permite incrustarla en archivos ({name}).</translation>
        </message>
        <message>
            <source>The month has no day {day}.</source>
            <translation>El mes no tiene día {day}.</translation>
        </message>
        <message>
            <source>The name is missing.</source>
            <translation>Falta el nombre.</translation>
        </message>
        <message>
            <source>The name label covers the brown part.</source>
            <translation>La etiqueta con el nombre tapa la parte marrón.</translation>
        </message>
        <message>
            <source>The name of the organization has {count} characters.</source>
            <translation>El nombre de la organización tiene {count} caracteres.</translation>
        </message>
        <message>
            <source>The name of the organization is empty.</source>
            <translation>El nombre de la organización está vacío.</translation>
        </message>
        <message>
            <source>The name “{name}” cannot be drawn: the program's fonts have none of its letters.</source>
            <translation>El nombre “{name}” no se puede dibujar: las fuentes del programa no tienen ninguna de sus letras.</translation>
        </message>
        <message>
            <source>The newsletter of the built-in campaign</source>
            <translation>El boletín de la campaña incluida</translation>
        </message>
        <message>
            <source>The next export is then ready sooner.</source>
            <translation>Así la próxima exportación está lista antes.</translation>
        </message>
        <message>
            <source>The next one</source>
            <translation>El siguiente</translation>
        </message>
        <message>
            <source>The note "{text}" is too long for the margin of a card sheet.</source>
            <translation>La nota “{text}” es demasiado larga para el margen de una hoja de tarjetas.</translation>
        </message>
        <message>
            <source>The numbers of the built-in campaign</source>
            <translation>Las cifras de la campaña incluida</translation>
        </message>
        <message>
            <source>The numbers show what is read aloud first.</source>
            <translation>Los números muestran qué se lee primero en voz alta.</translation>
        </message>
        <message>
            <source>The official theme of {year} is not in this program. Once it has been announced by the {who}, enter it here, and every piece will show it.</source>
            <translation>El lema oficial de {year} no está en este programa. Cuando lo anuncie la {who}, escríbalo aquí y aparecerá en todas las piezas.</translation>
        </message>
        <message>
            <source>The one before</source>
            <translation>El anterior</translation>
        </message>
        <message>
            <source>The organization has no name.</source>
            <translation>La organización no tiene nombre.</translation>
        </message>
        <message>
            <source>The pack has format {schema}, this program reads {known}.</source>
            <translation>El paquete tiene el formato {schema}; este programa lee el {known}.</translation>
        </message>
        <message>
            <source>The page size {name} is declared twice.</source>
            <translation>El tamaño de página {name} se declara dos veces.</translation>
        </message>
        <message>
            <source>The page {name} does not have the size of a face of the sheet {id}.</source>
            <translation>La página {name} no tiene el tamaño de una cara de la hoja {id}.</translation>
        </message>
        <message>
            <source>The part "{name}" contains itself.</source>
            <translation>La parte “{name}” se contiene a sí misma.</translation>
        </message>
        <message>
            <source>The part "{part}" needs the attribute "{name}".</source>
            <translation>La parte “{part}” necesita el atributo “{name}”.</translation>
        </message>
        <message>
            <source>The part of the program that makes the files stopped before it finished.</source>
            <translation>La parte del programa que crea los archivos se detuvo antes de terminar.</translation>
        </message>
        <message>
            <source>The path of a shape cannot be read.</source>
            <translation>No se puede leer el trazo de una forma.</translation>
        </message>
        <message>
            <source>The path of a shape is longer than {most} letters.</source>
            <translation>El trazo de una forma tiene más de {most} letras.</translation>
        </message>
        <message>
            <source>The path of a shape uses M, L, C, Q, T, H, V, Z and numbers.</source>
            <translation>El trazo de una forma usa M, L, C, Q, T, H, V, Z y números.</translation>
        </message>
        <message>
            <source>The path to {name} is too long for this system.</source>
            <translation>La ruta de {name} es demasiado larga para este sistema.</translation>
        </message>
        <message>
            <source>The pattern cannot be read: {reason}.</source>
            <translation>El patrón no se puede leer: {reason}.</translation>
        </message>
        <message>
            <source>The people in this photo are behind whoever speaks.</source>
            <translation>Las personas de esta foto quedan detrás de quien habla.</translation>
        </message>
        <message>
            <source>The person in the picture is a model or a real person, never proof of what happened.</source>
            <translation>La persona de la imagen es un modelo o una persona real, nunca la prueba de lo ocurrido.</translation>
        </message>
        <message>
            <source>The photo record names {names}, which was not given.</source>
            <translation>La ficha de fotos nombra {names}, que no se indicó.</translation>
        </message>
        <message>
            <source>The picture</source>
            <translation>La imagen</translation>
        </message>
        <message>
            <source>The picture has no alt text.</source>
            <translation>La imagen no tiene texto alternativo.</translation>
        </message>
        <message>
            <source>The picture is not in any piece.</source>
            <translation>La imagen no está en ninguna pieza.</translation>
        </message>
        <message>
            <source>The picture was changed after this was written. Does it still fit?</source>
            <translation>La imagen cambió después de escribir esto. ¿Todavía corresponde?</translation>
        </message>
        <message>
            <source>The piece speaks to people who may be exploited themselves. Advice for bystanders does not fit them.</source>
            <translation>El material habla a personas que pueden estar en riesgo. Los consejos para quienes observan no les sirven.</translation>
        </message>
        <message>
            <source>The pieces on the sheet {name} overlap.</source>
            <translation>Las piezas de la hoja {name} se superponen.</translation>
        </message>
        <message>
            <source>The pieces on the sheet {name} run off the page.</source>
            <translation>Las piezas de la hoja {name} se salen de la página.</translation>
        </message>
        <message>
            <source>The place {name} is there twice.</source>
            <translation>El lugar {name} está dos veces.</translation>
        </message>
        <message>
            <source>The places must be numbered from 1 by tab, without a gap.</source>
            <translation>Los lugares deben numerarse con tab desde el 1, sin saltos.</translation>
        </message>
        <message>
            <source>The post has {count} characters, {most} are allowed.</source>
            <translation>La publicación tiene {count} caracteres; se permiten {most}.</translation>
        </message>
        <message>
            <source>The post text says the words in the picture</source>
            <translation>El texto de la publicación dice las palabras de la imagen</translation>
        </message>
        <message>
            <source>The post {name} is used twice.</source>
            <translation>La publicación {name} aparece dos veces.</translation>
        </message>
        <message>
            <source>The posts are already spread evenly.</source>
            <translation>Las publicaciones ya están distribuidas de manera uniforme.</translation>
        </message>
        <message>
            <source>The posts have it as their hashtag.</source>
            <translation>Las publicaciones lo llevan como hashtag.</translation>
        </message>
        <message>
            <source>The presentation has no layout for “{ours}”: both columns are placed one below the other in “{theirs}”.</source>
            <translation>La presentación no tiene un diseño para “{ours}”: las dos columnas se colocan una debajo de la otra en “{theirs}”.</translation>
        </message>
        <message>
            <source>The presentation has no layout for “{ours}”: its chart is placed beside the text of “{theirs}”.</source>
            <translation>La presentación no tiene un diseño para “{ours}”: el gráfico se coloca junto al texto de “{theirs}”.</translation>
        </message>
        <message>
            <source>The presentation has no layout for “{ours}”: its table is placed freely in “{theirs}”.</source>
            <translation>La presentación no tiene un diseño para “{ours}”: la tabla se coloca libremente en “{theirs}”.</translation>
        </message>
        <message>
            <source>The presentation has no layout for “{ours}”: its text is placed in “{theirs}”.</source>
            <translation>La presentación no tiene un diseño para “{ours}”: su texto se coloca en “{theirs}”.</translation>
        </message>
        <message>
            <source>The presentation has no layout for “{ours}”: the picture is placed beside the text of “{theirs}”.</source>
            <translation>La presentación no tiene un diseño para “{ours}”: la imagen se coloca junto al texto de “{theirs}”.</translation>
        </message>
        <message>
            <source>The printed facilitator guide as a Word document: slide pictures, what to say and ask, minutes, and what to do if something comes up. Change it for your group.</source>
            <translation>La guía impresa para facilitar la sesión como documento de Word: imágenes de las diapositivas, qué decir y preguntar, minutos y qué hacer si surge algo. Adáptela a su grupo.</translation>
        </message>
        <message>
            <source>The printer did not start.</source>
            <translation>La impresora no arrancó.</translation>
        </message>
        <message>
            <source>The proclamation of the built-in campaign</source>
            <translation>La proclamación de la campaña incluida</translation>
        </message>
        <message>
            <source>The program has a family {name} already.</source>
            <translation>El programa ya tiene una familia {name}.</translation>
        </message>
        <message>
            <source>The program has a page size {name} already.</source>
            <translation>El programa ya tiene un tamaño de página {name}.</translation>
        </message>
        <message>
            <source>The program has a piece {name} already.</source>
            <translation>El programa ya tiene una pieza {name}.</translation>
        </message>
        <message>
            <source>The program looks for faces in your photos, on this computer, so that it cuts off no head. It says where a face is, never whose. The places are kept in your kit's file and go into no exported file.</source>
            <translation>El programa busca caras en sus fotos, en esta computadora, para no cortar ninguna cabeza. Dice dónde hay una cara, nunca de quién es. Los lugares se guardan en el archivo de su kit y no van en ningún archivo exportado.</translation>
        </message>
        <message>
            <source>The program starts with its defaults and writes a new file.</source>
            <translation>El programa empieza con sus valores iniciales y escribe un archivo nuevo.</translation>
        </message>
        <message>
            <source>The program's fonts do not have {letters} (first in {path}). Pictures and PDF files leave it out.</source>
            <translation>Las fuentes del programa no tienen {letters} (primero en {path}). Las imágenes y los PDF lo omiten.</translation>
        </message>
        <message>
            <source>The program's fonts do not have {letters} in {places}. Pictures and PDF files leave it out.</source>
            <translation>Las fuentes del programa no tienen {letters} en {places}. Las imágenes y los PDF lo omiten.</translation>
        </message>
        <message>
            <source>The program's fonts do not have {shown}; “{title}” leaves it out.</source>
            <translation>Las fuentes del programa no tienen {shown}; “{title}” lo omite.</translation>
        </message>
        <message>
            <source>The project for {name}</source>
            <translation>El proyecto para {name}</translation>
        </message>
        <message>
            <source>The project in {name}</source>
            <translation>El proyecto en {name}</translation>
        </message>
        <message>
            <source>The questions of the evaluation form as text, for the form tool that you use online.</source>
            <translation>Las preguntas de la hoja de evaluación como texto, para la herramienta de formularios que use en línea.</translation>
        </message>
        <message>
            <source>The record of photo {name} is not complete</source>
            <translation>La ficha de la foto {name} no está completa</translation>
        </message>
        <message>
            <source>The resource {name} is used twice.</source>
            <translation>El recurso {name} aparece dos veces.</translation>
        </message>
        <message>
            <source>The resources of the built-in campaign for the whole month</source>
            <translation>Los recursos de la campaña incluida para todo el mes</translation>
        </message>
        <message>
            <source>The room has a break: {words}</source>
            <translation>La sala está en descanso: {words}</translation>
        </message>
        <message>
            <source>The room sees this</source>
            <translation>La sala ve esto</translation>
        </message>
        <message>
            <source>The room sees where help is</source>
            <translation>La sala ve dónde hay ayuda</translation>
        </message>
        <message>
            <source>The room sees where help is: {title}</source>
            <translation>La sala ve dónde hay ayuda: {title}</translation>
        </message>
        <message>
            <source>The room’s screen is black</source>
            <translation>La pantalla de la sala está en negro</translation>
        </message>
        <message>
            <source>The row has more cells than columns.</source>
            <translation>La fila tiene más celdas que columnas.</translation>
        </message>
        <message>
            <source>The row spans several lines and has lost its columns.</source>
            <translation>La fila ocupa varias líneas y ha perdido sus columnas.</translation>
        </message>
        <message>
            <source>The rule {name} is used twice.</source>
            <translation>La regla {name} aparece dos veces.</translation>
        </message>
        <message>
            <source>The safety copy could not be opened</source>
            <translation>La copia de seguridad no se pudo abrir</translation>
        </message>
        <message>
            <source>The same message, other sizes</source>
            <translation>El mismo mensaje, otros tamaños</translation>
        </message>
        <message>
            <source>The scale of a picture is above 0 and at most {most}, its bytes are not below 0.</source>
            <translation>La escala de una imagen es mayor que 0 y como máximo {most}; sus bytes no son menos de 0.</translation>
        </message>
        <message>
            <source>The scheduler {address} has another HTPM Studio ({why}).</source>
            <translation>El planificador {address} tiene otro HTPM Studio ({why}).</translation>
        </message>
        <message>
            <source>The scheduler {address} has {other}.</source>
            <translation>El planificador {address} tiene {other}.</translation>
        </message>
        <message>
            <source>The second color is too faint as an accent. {color} is used instead.</source>
            <translation>El segundo color no resalta lo suficiente como acento. En su lugar se usa {color}.</translation>
        </message>
        <message>
            <source>The selected pieces belong to this week.</source>
            <translation>Las piezas seleccionadas son de esta semana.</translation>
        </message>
        <message>
            <source>The selection does not show a picture.</source>
            <translation>La selección no muestra ninguna imagen.</translation>
        </message>
        <message>
            <source>The settings could not be read: {reason}.</source>
            <translation>No se pudo leer la configuración: {reason}.</translation>
        </message>
        <message>
            <source>The sheet {name} has fewer columns than the piece has languages.</source>
            <translation>La hoja {name} tiene menos columnas que idiomas la pieza.</translation>
        </message>
        <message>
            <source>The sheet {name} is declared twice.</source>
            <translation>La hoja {name} se declara dos veces.</translation>
        </message>
        <message>
            <source>The short post has {length} characters; {most} are allowed.</source>
            <translation>La publicación corta tiene {length} caracteres; se permiten {most}.</translation>
        </message>
        <message>
            <source>The shorter side of the page has {count} units.</source>
            <translation>El lado más corto de la página tiene {count} unidades.</translation>
        </message>
        <message>
            <source>The show waits at slide {number}. It will have what you type now.</source>
            <translation>La presentación espera en la diapositiva {number}. Tendrá lo que usted escriba ahora.</translation>
        </message>
        <message>
            <source>The slide has no speaker notes.</source>
            <translation>La diapositiva no tiene notas del orador.</translation>
        </message>
        <message>
            <source>The smallest limit known is {most} MB. Checked {day}.</source>
            <translation>El menor límite conocido es de {most} MB. Comprobado el {day}.</translation>
        </message>
        <message>
            <source>The statistic {name} is used twice.</source>
            <translation>La estadística {name} aparece dos veces.</translation>
        </message>
        <message>
            <source>The status is {status} but there is no url.</source>
            <translation>El estado es {status}, pero no hay url.</translation>
        </message>
        <message>
            <source>The style {was} is no longer in the program; the kit is now in {now}.</source>
            <translation>El estilo {was} ya no está en el programa; el kit ahora usa {now}.</translation>
        </message>
        <message>
            <source>The system refused it: {reason}.</source>
            <translation>El sistema no lo permitió: {reason}.</translation>
        </message>
        <message>
            <source>The system's reduced-motion setting also applies.</source>
            <translation>También se aplica el ajuste de movimiento reducido del sistema.</translation>
        </message>
        <message>
            <source>The table</source>
            <translation>La tabla</translation>
        </message>
        <message>
            <source>The template folder</source>
            <translation>La carpeta de plantillas</translation>
        </message>
        <message>
            <source>The template list</source>
            <translation>La lista de plantillas</translation>
        </message>
        <message>
            <source>The template was not copied</source>
            <translation>La plantilla no se copió</translation>
        </message>
        <message>
            <source>The template {id} does not show {fields} on pages of the size {size}.</source>
            <translation>La plantilla {id} no muestra {fields} en páginas del tamaño {size}.</translation>
        </message>
        <message>
            <source>The template {id} is not for the size {size}, only for {sizes}.</source>
            <translation>La plantilla {id} no es para el tamaño {size}, solo para {sizes}.</translation>
        </message>
        <message>
            <source>The template {id} needs {names}.</source>
            <translation>La plantilla {id} necesita {names}.</translation>
        </message>
        <message>
            <source>The template {name} is not on this computer; one of the program's designs is used instead. Copy its file into your templates folder.</source>
            <translation>La plantilla {name} no está en esta computadora; en su lugar se usa un diseño del programa. Copie el archivo a su carpeta de plantillas.</translation>
        </message>
        <message>
            <source>The templates cannot be read</source>
            <translation>No se pueden leer las plantillas</translation>
        </message>
        <message>
            <source>The test page was sent to the printer.</source>
            <translation>La página de prueba se envió a la impresora.</translation>
        </message>
        <message>
            <source>The text</source>
            <translation>El texto</translation>
        </message>
        <message>
            <source>The text contains a control character.</source>
            <translation>El texto contiene un carácter de control.</translation>
        </message>
        <message>
            <source>The text contains a second address.</source>
            <translation>El texto contiene una segunda dirección.</translation>
        </message>
        <message>
            <source>The text contains a single brace.</source>
            <translation>El texto contiene una llave suelta.</translation>
        </message>
        <message>
            <source>The text contains the hashtag #{strange}.</source>
            <translation>El texto contiene el hashtag #{strange}.</translation>
        </message>
        <message>
            <source>The text for X has {count} parts.</source>
            <translation>El texto para X tiene {count} partes.</translation>
        </message>
        <message>
            <source>The text has an address.</source>
            <translation>El texto tiene una dirección.</translation>
        </message>
        <message>
            <source>The text has two addresses.</source>
            <translation>El texto tiene dos direcciones.</translation>
        </message>
        <message>
            <source>The text has {count} characters, {most} are allowed.</source>
            <translation>El texto tiene {count} caracteres; se permiten {most}.</translation>
        </message>
        <message>
            <source>The text has {count} characters; write {least} to {most}.</source>
            <translation>El texto tiene {count} caracteres; escriba de {least} a {most}.</translation>
        </message>
        <message>
            <source>The text is selected: press and hold it, then Copy.</source>
            <translation>El texto está seleccionado: manténgalo presionado y elija Copiar.</translation>
        </message>
        <message>
            <source>The text needs a value for {{{name}}}.</source>
            <translation>El texto necesita un valor para {{{name}}}.</translation>
        </message>
        <message>
            <source>The texts of the kits are our own. Every number in a kit names who counted it, and when.</source>
            <translation>Los textos de los kits son nuestros. Cada número de un kit dice quién lo contó y cuándo.</translation>
        </message>
        <message>
            <source>The theme line has {count} characters.</source>
            <translation>El lema tiene {count} caracteres.</translation>
        </message>
        <message>
            <source>The theme of the built-in campaign</source>
            <translation>El lema de la campaña incluida</translation>
        </message>
        <message>
            <source>The theme {name} is used twice.</source>
            <translation>El tema {name} aparece dos veces.</translation>
        </message>
        <message>
            <source>The title has more than {most} letters.</source>
            <translation>El título tiene más de {most} letras.</translation>
        </message>
        <message>
            <source>The title of the week: no sentence of the post fits there by itself.</source>
            <translation>El título de la semana: ninguna oración de la publicación cabe allí por sí sola.</translation>
        </message>
        <message>
            <source>The toolkit asks for no more than two in a post.</source>
            <translation>El kit de materiales oficial pide dos como máximo en cada publicación.</translation>
        </message>
        <message>
            <source>The toolkit has nothing for it. Select it to keep ours.</source>
            <translation>El kit de materiales no tiene nada para ella. Selecciónela para conservar la nuestra.</translation>
        </message>
        <message>
            <source>The toolkit is for</source>
            <translation>El kit de materiales es para</translation>
        </message>
        <message>
            <source>The toolkit names one day for each week; a week of the kit goes on to the day before the next one.</source>
            <translation>El kit de materiales nombra un día para cada semana; una semana del kit llega hasta el día anterior al siguiente.</translation>
        </message>
        <message>
            <source>The toolkit names {other} as its helpline. Every piece of this campaign shows {shown}.</source>
            <translation>El kit de materiales nombra {other} como su línea de ayuda. Cada pieza de esta campaña muestra {shown}.</translation>
        </message>
        <message>
            <source>The toolkit prefers it.</source>
            <translation>El kit de materiales oficial lo prefiere.</translation>
        </message>
        <message>
            <source>The toolkit that they follow is that of {year}; all dates are those of your kit, {own}.</source>
            <translation>El material que siguen es el de {year}; todas las fechas son las de su kit, {own}.</translation>
        </message>
        <message>
            <source>The trafficking hotline does not remove images and is not a crisis line. Sextortion has cost teenagers their lives.</source>
            <translation>La línea contra la trata no retira imágenes ni atiende crisis. La sextorsión ha costado la vida a adolescentes.</translation>
        </message>
        <message>
            <source>The training deck needs a help slide near its start.</source>
            <translation>La presentación de capacitación necesita una diapositiva de ayuda cerca del comienzo.</translation>
        </message>
        <message>
            <source>The training deck needs its content notice by slide 3.</source>
            <translation>La presentación de capacitación necesita su aviso de contenido antes de la diapositiva 4.</translation>
        </message>
        <message>
            <source>The type sheet</source>
            <translation>La hoja de tipos</translation>
        </message>
        <message>
            <source>The values are nested too deeply.</source>
            <translation>Los valores están anidados demasiado profundo.</translation>
        </message>
        <message>
            <source>The web text of the built-in campaign</source>
            <translation>El texto web de la campaña incluida</translation>
        </message>
        <message>
            <source>The week is over.</source>
            <translation>La semana terminó.</translation>
        </message>
        <message>
            <source>The whole kit</source>
            <translation>Todo el kit</translation>
        </message>
        <message>
            <source>The whole month</source>
            <translation>Todo el mes</translation>
        </message>
        <message>
            <source>The whole week in one document: what to say, what to do, numbers, questions and resources. Print it for your team, or draw on it for talks and web pages.</source>
            <translation>Toda la semana en un documento: qué decir, qué hacer, cifras, preguntas y recursos. Imprímalo para su equipo o aprovéchelo para charlas y páginas web.</translation>
        </message>
        <message>
            <source>The width and height of a piece on the sheet {name} must be above 0.</source>
            <translation>El ancho y el alto de una pieza de la hoja {name} deben ser mayores que 0.</translation>
        </message>
        <message>
            <source>The words before its colon say that it is a post.</source>
            <translation>Las palabras antes de los dos puntos dicen que es una publicación.</translation>
        </message>
        <message>
            <source>The words in English (en) are missing.</source>
            <translation>Faltan las palabras en inglés (en).</translation>
        </message>
        <message>
            <source>The words of {key} are those of {other}.</source>
            <translation>Las palabras de {key} son las de {other}.</translation>
        </message>
        <message>
            <source>The words of “{layout}” have nearly the color of what is below them: another color of the theme is used.</source>
            <translation>Las palabras de “{layout}” tienen casi el color de lo que hay debajo: se usa otro color del tema.</translation>
        </message>
        <message>
            <source>The words “{match}” appear only in the picture.</source>
            <translation>Las palabras “{match}” aparecen solo en la imagen.</translation>
        </message>
        <message>
            <source>The worker {worker} does not have this HTPM Studio ({why}).</source>
            <translation>El equipo {worker} no tiene este HTPM Studio ({why}).</translation>
        </message>
        <message>
            <source>The worker {worker} has {other}.</source>
            <translation>El equipo {worker} tiene {other}.</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Tema</translation>
        </message>
        <message>
            <source>Theme line</source>
            <translation>Lema</translation>
        </message>
        <message>
            <source>There are already {most} kits called {name} in {out}.</source>
            <translation>Hay {most} kits llamados {name} en {out}.</translation>
        </message>
        <message>
            <source>There are more than {most} families.</source>
            <translation>Hay más de {most} familias.</translation>
        </message>
        <message>
            <source>There are more than {most} page sizes.</source>
            <translation>Hay más de {most} tamaños de página.</translation>
        </message>
        <message>
            <source>There are more than {most} tiles.</source>
            <translation>Hay más de {most} mosaicos.</translation>
        </message>
        <message>
            <source>There are no decks in {language} yet; they were left out.</source>
            <translation>Todavía no hay presentaciones en {language}; se omitieron.</translation>
        </message>
        <message>
            <source>There are no handouts in {language} yet; they were left out.</source>
            <translation>Todavía no hay folletos en {language}; se omitieron.</translation>
        </message>
        <message>
            <source>There are no people called "{name}".</source>
            <translation>No hay personas con el nombre “{name}”.</translation>
        </message>
        <message>
            <source>There are no pictures in it. JPG, PNG, WebP and HEIC work.</source>
            <translation>No hay imágenes ahí. Sirven JPG, PNG, WebP y HEIC.</translation>
        </message>
        <message>
            <source>There are no rows {name} here.</source>
            <translation>Aquí no hay filas {name}.</translation>
        </message>
        <message>
            <source>There are too many folders called {stem} in {out}.</source>
            <translation>Hay demasiadas carpetas llamadas {stem} en {out}.</translation>
        </message>
        <message>
            <source>There are {count} hashtags, at most {most} are allowed.</source>
            <translation>Hay {count} hashtags; se permiten {most} como máximo.</translation>
        </message>
        <message>
            <source>There is a consent, but it does not say who gave it.</source>
            <translation>Hay un consentimiento, pero no dice quién lo dio.</translation>
        </message>
        <message>
            <source>There is a face in it. If nobody can recognize it, press Nobody again.</source>
            <translation>Hay una cara en ella. Si nadie puede reconocerla, pulse «A nadie» otra vez.</translation>
        </message>
        <message>
            <source>There is a page in another language but no address.</source>
            <translation>Hay una página en otro idioma, pero ninguna dirección.</translation>
        </message>
        <message>
            <source>There is a place to fill in.</source>
            <translation>Hay un espacio por completar.</translation>
        </message>
        <message>
            <source>There is a reason but no year.</source>
            <translation>Hay un motivo, pero ningún año.</translation>
        </message>
        <message>
            <source>There is a second color, but no first one.</source>
            <translation>Hay un segundo color, pero no el primero.</translation>
        </message>
        <message>
            <source>There is no campaign pack at {path}.</source>
            <translation>No hay un paquete de campaña en {path}.</translation>
        </message>
        <message>
            <source>There is no column "{cell}".</source>
            <translation>No existe la columna “{cell}”.</translation>
        </message>
        <message>
            <source>There is no column "{heading}".</source>
            <translation>No hay una columna «{heading}».</translation>
        </message>
        <message>
            <source>There is no design {name} for posts.</source>
            <translation>No hay un diseño {name} para publicaciones.</translation>
        </message>
        <message>
            <source>There is no design {template} here.</source>
            <translation>Aquí no existe el diseño {template}.</translation>
        </message>
        <message>
            <source>There is no drawing {name}{near}</source>
            <translation>No hay un dibujo {name}{near}</translation>
        </message>
        <message>
            <source>There is no element &lt;{tag}&gt;{near}</source>
            <translation>No hay ningún elemento &lt;{tag}&gt;{near}</translation>
        </message>
        <message>
            <source>There is no family of designs "{name}".</source>
            <translation>No hay una familia de diseños “{name}”.</translation>
        </message>
        <message>
            <source>There is no family {name}.</source>
            <translation>No hay una familia {name}.</translation>
        </message>
        <message>
            <source>There is no file {name}.xml.</source>
            <translation>No existe el archivo {name}.xml.</translation>
        </message>
        <message>
            <source>There is no folder {folder}.</source>
            <translation>No existe la carpeta {folder}.</translation>
        </message>
        <message>
            <source>There is no folder {name}.</source>
            <translation>No hay una carpeta {name}.</translation>
        </message>
        <message>
            <source>There is no font called {name}.</source>
            <translation>No existe la fuente {name}.</translation>
        </message>
        <message>
            <source>There is no icon {value}.</source>
            <translation>No existe el icono {value}.</translation>
        </message>
        <message>
            <source>There is no key {key} here.</source>
            <translation>Aquí no existe la clave {key}.</translation>
        </message>
        <message>
            <source>There is no kind of area {name}.</source>
            <translation>No existe el tipo de área {name}.</translation>
        </message>
        <message>
            <source>There is no language "{text}".</source>
            <translation>No existe el idioma “{text}”.</translation>
        </message>
        <message>
            <source>There is no language {name}.</source>
            <translation>No hay un idioma {name}.</translation>
        </message>
        <message>
            <source>There is no logo on this background, or its design sets the size.</source>
            <translation>Este fondo no tiene logotipo, o su diseño fija el tamaño.</translation>
        </message>
        <message>
            <source>There is no month {month}.</source>
            <translation>No hay un mes {month}.</translation>
        </message>
        <message>
            <source>There is no objective {number}.</source>
            <translation>No hay un objetivo {number}.</translation>
        </message>
        <message>
            <source>There is no other mix for the graphics of this week.</source>
            <translation>No hay otra mezcla para los gráficos de esta semana.</translation>
        </message>
        <message>
            <source>There is no page size {name} for print.</source>
            <translation>No existe el tamaño de página {name} para imprimir.</translation>
        </message>
        <message>
            <source>There is no page {name} here.</source>
            <translation>Aquí no hay ninguna página {name}.</translation>
        </message>
        <message>
            <source>There is no pair of fonts "{name}".</source>
            <translation>No existe la pareja de fuentes “{name}”.</translation>
        </message>
        <message>
            <source>There is no picture to paste. Copy one first.</source>
            <translation>No hay ninguna imagen que pegar. Copie una primero.</translation>
        </message>
        <message>
            <source>There is no picture to paste. Copy the logo first.</source>
            <translation>No hay ninguna imagen que pegar. Copie primero el logotipo.</translation>
        </message>
        <message>
            <source>There is no picture {value}.</source>
            <translation>No existe la imagen {value}.</translation>
        </message>
        <message>
            <source>There is no piece {name} here.</source>
            <translation>Aquí no hay ninguna pieza {name}.</translation>
        </message>
        <message>
            <source>There is no place for it now. This work will be removed</source>
            <translation>Ya no tiene lugar. Este trabajo se quitará</translation>
        </message>
        <message>
            <source>There is no placeholder {{{name}}}.</source>
            <translation>No existe el comodín {{{name}}}.</translation>
        </message>
        <message>
            <source>There is no plan for the year {year}.</source>
            <translation>No hay plan para el año {year}.</translation>
        </message>
        <message>
            <source>There is no resource {name} in this week or the month.</source>
            <translation>No hay ningún recurso {name} en esta semana ni en el mes.</translation>
        </message>
        <message>
            <source>There is no role {role}.</source>
            <translation>No existe el rol de color {role}.</translation>
        </message>
        <message>
            <source>There is no room in week {n} for {count} of its posts: at most two go out on a day, and those for professionals from Tuesday to Thursday. They have other days: {posts}.</source>
            <translation>En la semana {n} no caben {count} de sus publicaciones: salen dos al día como máximo, y las que son para profesionales, de martes a jueves. Tienen otros días: {posts}.</translation>
        </message>
        <message>
            <source>There is no sample brand "{name}".</source>
            <translation>No hay una marca de muestra “{name}”.</translation>
        </message>
        <message>
            <source>There is no sheet {name}.</source>
            <translation>No existe la hoja {name}.</translation>
        </message>
        <message>
            <source>There is no stock {name}.</source>
            <translation>No existe el papel {name}.</translation>
        </message>
        <message>
            <source>There is no style "{name}".</source>
            <translation>No existe el estilo “{name}”.</translation>
        </message>
        <message>
            <source>There is no template {id}{near}</source>
            <translation>No hay ninguna plantilla {id}{near}</translation>
        </message>
        <message>
            <source>There is no templates folder.</source>
            <translation>No hay carpeta de plantillas.</translation>
        </message>
        <message>
            <source>There is no text style "{name}" on pages of the kind "{scale}".</source>
            <translation>No hay un estilo de texto “{name}” en páginas del tipo “{scale}”.</translation>
        </message>
        <message>
            <source>There is no type scale {name}.</source>
            <translation>No hay ninguna escala de letra {name}.</translation>
        </message>
        <message>
            <source>There is no week {number} in {name}.</source>
            <translation>No existe la semana {number} en {name}.</translation>
        </message>
        <message>
            <source>There is no week {number}.</source>
            <translation>No existe la semana {number}.</translation>
        </message>
        <message>
            <source>There is no week {week}.</source>
            <translation>No existe la semana {week}.</translation>
        </message>
        <message>
            <source>There is no {name} in English.</source>
            <translation>No existe {name} en inglés.</translation>
        </message>
        <message>
            <source>There is nothing called "{name}"{near}</source>
            <translation>No hay nada que se llame "{name}"{near}</translation>
        </message>
        <message>
            <source>There is one door for each of {names}, in this order.</source>
            <translation>Hay una puerta para cada uno de {names}, en este orden.</translation>
        </message>
        <message>
            <source>There is room for four partners. Remove one first.</source>
            <translation>Hay espacio para cuatro aliados. Quite uno primero.</translation>
        </message>
        <message>
            <source>There must be a word for each digit, zero first.</source>
            <translation>Debe haber una palabra para cada cifra, primero el cero.</translation>
        </message>
        <message>
            <source>There must be seven weekdays, Monday first.</source>
            <translation>Debe haber siete días de la semana, el lunes primero.</translation>
        </message>
        <message>
            <source>There must be twelve months, January first.</source>
            <translation>Debe haber doce meses, enero primero.</translation>
        </message>
        <message>
            <source>These numbers follow the order of the points.</source>
            <translation>Estos números siguen el orden de los puntos.</translation>
        </message>
        <message>
            <source>These pieces are locked and keep their picture.</source>
            <translation>Estas piezas están bloqueadas y conservan su imagen.</translation>
        </message>
        <message>
            <source>These posts have places in square brackets to fill in before they are ready: {posts}.</source>
            <translation>Estas publicaciones tienen espacios entre corchetes que hay que completar antes de publicarlas: {posts}.</translation>
        </message>
        <message>
            <source>These words are made from other parts of the kit. Change them there.</source>
            <translation>Estas palabras salen de otras partes del kit. Cámbielas allí.</translation>
        </message>
        <message>
            <source>These words belong to the design and are the same on every piece of this kind.</source>
            <translation>Estas palabras son del diseño y son iguales en todas las piezas de este tipo.</translation>
        </message>
        <message>
            <source>These words come with the number and its source, so that nobody quotes it wrongly.</source>
            <translation>Estas palabras vienen con el número y su fuente, para que nadie lo cite mal.</translation>
        </message>
        <message>
            <source>Thirty days later</source>
            <translation>Treinta días después</translation>
        </message>
        <message>
            <source>This campaign cannot be used</source>
            <translation>Esta campaña no se puede usar</translation>
        </message>
        <message>
            <source>This computer does not let programs look at the screen.</source>
            <translation>Esta computadora no permite que los programas vean la pantalla.</translation>
        </message>
        <message>
            <source>This deck already has {most} added slides.</source>
            <translation>Esta presentación ya tiene {most} diapositivas agregadas.</translation>
        </message>
        <message>
            <source>This design emphasizes no words of this text.</source>
            <translation>Este diseño no destaca palabras en este texto.</translation>
        </message>
        <message>
            <source>This does not fit here. Make it shorter.</source>
            <translation>Esto no cabe aquí. Acórtelo.</translation>
        </message>
        <message>
            <source>This file cannot be read.</source>
            <translation>Este archivo no se puede leer.</translation>
        </message>
        <message>
            <source>This file does not belong to the kit.</source>
            <translation>Este archivo no pertenece al kit.</translation>
        </message>
        <message>
            <source>This file has no picture we can read. PNG, JPG and SVG work.</source>
            <translation>Este archivo no tiene una imagen que podamos leer. Sirven PNG, JPG y SVG.</translation>
        </message>
        <message>
            <source>This file is not a font that can be read.</source>
            <translation>Este archivo no es una fuente que se pueda leer.</translation>
        </message>
        <message>
            <source>This folder cannot be checked</source>
            <translation>Esta carpeta no se puede revisar</translation>
        </message>
        <message>
            <source>This is longer than any text of a kit.</source>
            <translation>Es más largo que cualquier texto de un kit.</translation>
        </message>
        <message>
            <source>This is no web address, so the training has no slide for it.</source>
            <translation>Esto no es una dirección web, así que la capacitación no tiene diapositiva para ella.</translation>
        </message>
        <message>
            <source>This is none of the month’s names.</source>
            <translation>No es ninguno de los nombres del mes.</translation>
        </message>
        <message>
            <source>This is not a pattern: {reason}.</source>
            <translation>Esto no es un patrón: {reason}.</translation>
        </message>
        <message>
            <source>This is not a toolkit of the built-in campaign. The kit will use its own month and helpline.</source>
            <translation>Este no es un kit de materiales de la campaña incluida. El kit usará su propio mes y su propia línea de ayuda.</translation>
        </message>
        <message>
            <source>This is not valid TOML: {reason}.</source>
            <translation>Esto no es TOML válido: {reason}.</translation>
        </message>
        <message>
            <source>This is not well-formed XML: {reason}.</source>
            <translation>Esto no es XML bien formado: {reason}.</translation>
        </message>
        <message>
            <source>This is the last slide.</source>
            <translation>Esta es la última diapositiva.</translation>
        </message>
        <message>
            <source>This is the short version; the long one does not fit here.</source>
            <translation>Esta es la versión corta; la larga no cabe aquí.</translation>
        </message>
        <message>
            <source>This is where you sit.</source>
            <translation>Aquí está usted.</translation>
        </message>
        <message>
            <source>This kit</source>
            <translation>Este kit</translation>
        </message>
        <message>
            <source>This kit has too few pieces for a room. Every piece is on the board.</source>
            <translation>Este kit tiene muy pocas piezas para una sala. Todas las piezas están en el tablero.</translation>
        </message>
        <message>
            <source>This kit is already open.</source>
            <translation>Este kit ya está abierto.</translation>
        </message>
        <message>
            <source>This logo looks like a symbol without words. Show your name beside it?</source>
            <translation>Este logotipo parece un símbolo sin palabras. ¿Mostrar su nombre al lado?</translation>
        </message>
        <message>
            <source>This looks like a file name. Say what is there.</source>
            <translation>Esto parece el nombre de un archivo. Diga qué se ve.</translation>
        </message>
        <message>
            <source>This photo is beside somebody's words, as if somebody in it said them.</source>
            <translation>Esta foto está junto a las palabras de alguien, como si las dijera quien aparece en ella.</translation>
        </message>
        <message>
            <source>This photo is one flat color, or nearly so. It appears only where you put it.</source>
            <translation>Esta foto es de un solo color liso, o casi. Aparece solo donde usted la pone.</translation>
        </message>
        <message>
            <source>This photo may be shown</source>
            <translation>Esta foto se puede mostrar</translation>
        </message>
        <message>
            <source>This photo may not be shown yet</source>
            <translation>Esta foto todavía no se puede mostrar</translation>
        </message>
        <message>
            <source>This photo may not be shown yet.</source>
            <translation>Esta foto todavía no se puede mostrar.</translation>
        </message>
        <message>
            <source>This picture is one flat color, or nearly so.</source>
            <translation>Esta imagen es de un solo color liso, o casi.</translation>
        </message>
        <message>
            <source>This picture is ready.</source>
            <translation>Esta imagen está lista.</translation>
        </message>
        <message>
            <source>This picture may be used.</source>
            <translation>Esta imagen se puede usar.</translation>
        </message>
        <message>
            <source>This piece is locked. Unlock it to change its words.</source>
            <translation>Esta pieza está bloqueada. Desbloquéela para cambiar sus palabras.</translation>
        </message>
        <message>
            <source>This piece is not in the kit of this week.</source>
            <translation>Esta pieza no está en el kit de esta semana.</translation>
        </message>
        <message>
            <source>This post has a fixed date.</source>
            <translation>Esta publicación tiene fecha fija.</translation>
        </message>
        <message>
            <source>This reads like grade {match}. Use {suggest}.</source>
            <translation>Esto tiene un nivel de lectura de grado {match}. Use {suggest}.</translation>
        </message>
        <message>
            <source>This says where facts and texts come from.</source>
            <translation>Esto dice de dónde vienen los datos y los textos.</translation>
        </message>
        <message>
            <source>This slide can be copied within its own deck only.</source>
            <translation>Esta diapositiva solo se puede copiar dentro de su propia presentación.</translation>
        </message>
        <message>
            <source>This slide cannot be in every week.</source>
            <translation>Esta diapositiva no puede estar en todas las semanas.</translation>
        </message>
        <message>
            <source>This slide does not belong to a deck of this week.</source>
            <translation>Esta diapositiva no pertenece a una presentación de esta semana.</translation>
        </message>
        <message>
            <source>This square is one inch wide and high.</source>
            <translation>Este cuadrado mide una pulgada de ancho y de alto.</translation>
        </message>
        <message>
            <source>This template has no field "{name}"{near}</source>
            <translation>Esta plantilla no tiene el campo “{name}”{near}</translation>
        </message>
        <message>
            <source>This time</source>
            <translation>Esta vez</translation>
        </message>
        <message>
            <source>This title counts the slides that it is on. Change it under “All words”.</source>
            <translation>Este título cuenta las diapositivas en las que está. Cámbielo en «Todas las palabras».</translation>
        </message>
        <message>
            <source>This week has no deck in this language.</source>
            <translation>Esta semana no tiene presentación en este idioma.</translation>
        </message>
        <message>
            <source>This week includes {day}.</source>
            <translation>Esta semana incluye {day}.</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Hora</translation>
        </message>
        <message>
            <source>Time of “{title}”</source>
            <translation>Hora de “{title}”</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Título</translation>
        </message>
        <message>
            <source>To paste text, select one social graphic or click the field it is for.</source>
            <translation>Para pegar texto, seleccione un gráfico para redes o haga clic en el campo correspondiente.</translation>
        </message>
        <message>
            <source>To replace the program's {id}, it must also cover {sizes}.</source>
            <translation>Para reemplazar {id} del programa, también debe servir para {sizes}.</translation>
        </message>
        <message>
            <source>To replace {id}, it needs boxes with these names: {names}.</source>
            <translation>Para reemplazar {id}, necesita cajas con estos nombres: {names}.</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Hoy</translation>
        </message>
        <message>
            <source>Together</source>
            <translation>En total</translation>
        </message>
        <message>
            <source>Tones of all photos</source>
            <translation>Tonos de todas las fotos</translation>
        </message>
        <message>
            <source>Tones of the picture</source>
            <translation>Tonos de la imagen</translation>
        </message>
        <message>
            <source>Too long</source>
            <translation>Demasiado largo</translation>
        </message>
        <message>
            <source>Too long for {networks}, which will use the kit's short text.</source>
            <translation>Demasiado largo para {networks}: ahí se usa el texto corto del kit.</translation>
        </message>
        <message>
            <source>Too long for {networks}, which will use the kit's short text. You can change it under the network's name.</source>
            <translation>Demasiado largo para {networks}: ahí se usa el texto corto del kit. Puede cambiarlo bajo el nombre de la red.</translation>
        </message>
        <message>
            <source>Too long for {sizes}.</source>
            <translation>Demasiado largo para {sizes}.</translation>
        </message>
        <message>
            <source>Too small</source>
            <translation>Demasiado pequeña</translation>
        </message>
        <message>
            <source>Toolbar</source>
            <translation>Barra de herramientas</translation>
        </message>
        <message>
            <source>Toolkits ({endings})</source>
            <translation>Kits de materiales ({endings})</translation>
        </message>
        <message>
            <source>Trafficking for labor is often forgotten; a kit names it at least once.</source>
            <translation>La trata laboral se olvida a menudo; un kit la nombra al menos una vez.</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>Capacitación</translation>
        </message>
        <message>
            <source>Training deck</source>
            <translation>Capacitación</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Probar otra vez</translation>
        </message>
        <message>
            <source>Try again in the same folder</source>
            <translation>Volver a intentarlo en la misma carpeta</translation>
        </message>
        <message>
            <source>Try again when the other one is finished</source>
            <translation>Volver a intentarlo cuando termine el otro</translation>
        </message>
        <message>
            <source>Try again, or use another drive.</source>
            <translation>Vuelva a intentarlo o use otra unidad.</translation>
        </message>
        <message>
            <source>Try again.</source>
            <translation>Inténtelo de nuevo.</translation>
        </message>
        <message>
            <source>Try again: {words}</source>
            <translation>Intentar de nuevo: {words}</translation>
        </message>
        <message>
            <source>Two of the font files have the same weight.</source>
            <translation>Dos de los archivos de fuente tienen el mismo grosor.</translation>
        </message>
        <message>
            <source>Two slides are titled {title}.</source>
            <translation>Dos diapositivas se titulan {title}.</translation>
        </message>
        <message>
            <source>Two themes have no year.</source>
            <translation>Dos temas están sin año.</translation>
        </message>
        <message>
            <source>Type your name and drop your logo above the board, then press Export. Everything else is ready.</source>
            <translation>Escriba su nombre y suelte su logotipo encima del tablero; luego pulse Exportar. Todo lo demás está listo.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>Undone: {count} steps</source>
            <translation>Deshecho: {count} pasos</translation>
        </message>
        <message>
            <source>Undone: {step}</source>
            <translation>Deshecho: {step}</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>Desbloquear</translation>
        </message>
        <message>
            <source>Unlock piece</source>
            <translation>Desbloquear pieza</translation>
        </message>
        <message>
            <source>Unlock to edit</source>
            <translation>Desbloquear para editar</translation>
        </message>
        <message>
            <source>Unlock {what}</source>
            <translation>Desbloquear {what}</translation>
        </message>
        <message>
            <source>Unlocked {what}.</source>
            <translation>Desbloqueo: {what}.</translation>
        </message>
        <message>
            <source>Until you answer, this photo is in no file.</source>
            <translation>Hasta que responda, esta foto no está en ningún archivo.</translation>
        </message>
        <message>
            <source>Unused columns: {names}.</source>
            <translation>Columnas sin usar: {names}.</translation>
        </message>
        <message>
            <source>Up to 200%. The window rearranges itself.</source>
            <translation>Hasta 200%. La ventana se reacomoda sola.</translation>
        </message>
        <message>
            <source>Up to four appear on handouts and on the last slide.</source>
            <translation>Hasta cuatro aparecen en los folletos y en la última diapositiva.</translation>
        </message>
        <message>
            <source>Up to {advised} characters are easy to listen to.</source>
            <translation>Hasta {advised} caracteres se escuchan con facilidad.</translation>
        </message>
        <message>
            <source>Update this computer to {writer} or a later version, then open it again.</source>
            <translation>Actualice esta computadora a {writer} o una versión posterior y ábralo de nuevo.</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>Usar</translation>
        </message>
        <message>
            <source>Use Ctrl or Alt with another key, or one of F1 to F12.</source>
            <translation>Use Ctrl o Alt con otra tecla, o una de F1 a F12.</translation>
        </message>
        <message>
            <source>Use a brand file</source>
            <translation>Usar un archivo de marca</translation>
        </message>
        <message>
            <source>Use a brand file…</source>
            <translation>Usar un archivo de marca…</translation>
        </message>
        <message>
            <source>Use a campaign folder…</source>
            <translation>Usar una carpeta de campaña…</translation>
        </message>
        <message>
            <source>Use a newer version of the program.</source>
            <translation>Use una versión más nueva del programa.</translation>
        </message>
        <message>
            <source>Use a short form of at most {max_name} characters.</source>
            <translation>Use una forma corta de {max_name} caracteres como máximo.</translation>
        </message>
        <message>
            <source>Use a-z and hyphens, at most {most}.</source>
            <translation>Use letras de la a a la z y guiones, {most} como máximo.</translation>
        </message>
        <message>
            <source>Use a-z, 0-9 and hyphens, at most {most}.</source>
            <translation>Use a-z, 0-9 y guiones, {most} como máximo.</translation>
        </message>
        <message>
            <source>Use an agency seal only with written permission.</source>
            <translation>Use el sello de una agencia solo con permiso por escrito.</translation>
        </message>
        <message>
            <source>Use an https, mailto or tel address.</source>
            <translation>Use una dirección https, mailto o tel.</translation>
        </message>
        <message>
            <source>Use as logo</source>
            <translation>Usar como logotipo</translation>
        </message>
        <message>
            <source>Use as {name} color</source>
            <translation>Usar como color: {name}</translation>
        </message>
        <message>
            <source>Use at most {most}.</source>
            <translation>Use como máximo {most}.</translation>
        </message>
        <message>
            <source>Use auto, always or never.</source>
            <translation>Use auto, always o never.</translation>
        </message>
        <message>
            <source>Use brand file</source>
            <translation>Usar archivo de marca</translation>
        </message>
        <message>
            <source>Use classic or calm.</source>
            <translation>Use classic o calm.</translation>
        </message>
        <message>
            <source>Use font</source>
            <translation>Usar fuente</translation>
        </message>
        <message>
            <source>Use in {title}</source>
            <translation>Usar en {title}</translation>
        </message>
        <message>
            <source>Use in {title}, in the design with a photo</source>
            <translation>Usar en {title}, en el diseño con foto</translation>
        </message>
        <message>
            <source>Use in {title}, {count} sizes</source>
            <translation>Usar en {title}, {count} tamaños</translation>
        </message>
        <message>
            <source>Use in {title}, {count} sizes, in the design with a photo</source>
            <translation>Usar en {title}, {count} tamaños, en el diseño con foto</translation>
        </message>
        <message>
            <source>Use it as it is</source>
            <translation>Usarla como está</translation>
        </message>
        <message>
            <source>Use it as the logo, or save it as JPEG.</source>
            <translation>Úselo como logotipo o guárdelo como JPEG.</translation>
        </message>
        <message>
            <source>Use its own text</source>
            <translation>Usar su propio texto</translation>
        </message>
        <message>
            <source>Use logo</source>
            <translation>Usar logotipo</translation>
        </message>
        <message>
            <source>Use lowercase letters, digits and hyphens.</source>
            <translation>Use minúsculas, cifras y guiones.</translation>
        </message>
        <message>
            <source>Use name</source>
            <translation>Usar el nombre</translation>
        </message>
        <message>
            <source>Use one of these: {names}.</source>
            <translation>Use uno de estos: {names}.</translation>
        </message>
        <message>
            <source>Use one of {names}.</source>
            <translation>Use uno de {names}.</translation>
        </message>
        <message>
            <source>Use one text for all networks again</source>
            <translation>Volver a usar un solo texto para todas las redes</translation>
        </message>
        <message>
            <source>Use path, rect and circle.</source>
            <translation>Use path, rect y circle.</translation>
        </message>
        <message>
            <source>Use path, rect and g.</source>
            <translation>Use path, rect y g.</translation>
        </message>
        <message>
            <source>Use the campaign</source>
            <translation>Usar la campaña</translation>
        </message>
        <message>
            <source>Use the campaign {name}</source>
            <translation>Usar la campaña {name}</translation>
        </message>
        <message>
            <source>Use the kit's own design</source>
            <translation>Usar el diseño propio del kit</translation>
        </message>
        <message>
            <source>Use the kit's text for every network again</source>
            <translation>Volver a usar el texto del kit en cada red</translation>
        </message>
        <message>
            <source>Use the new one</source>
            <translation>Usar el nuevo</translation>
        </message>
        <message>
            <source>Use the safety line</source>
            <translation>Usar la línea de seguridad</translation>
        </message>
        <message>
            <source>Use the short one, {n}</source>
            <translation>Usar la corta, {n}</translation>
        </message>
        <message>
            <source>Use the toolkit {name}</source>
            <translation>Usar el kit de materiales {name}</translation>
        </message>
        <message>
            <source>Use these keys</source>
            <translation>Usar estas teclas</translation>
        </message>
        <message>
            <source>Use this brand</source>
            <translation>Usar esta marca</translation>
        </message>
        <message>
            <source>Use this font</source>
            <translation>Usar esta fuente</translation>
        </message>
        <message>
            <source>Use this font for headlines</source>
            <translation>Usar esta fuente para los titulares</translation>
        </message>
        <message>
            <source>Use this list</source>
            <translation>Usar esta lista</translation>
        </message>
        <message>
            <source>Use this time for all posts</source>
            <translation>Usar esta hora en todas las publicaciones</translation>
        </message>
        <message>
            <source>Use this toolkit, {count} items</source>
            <translation>Usar este kit de materiales, {count} elementos</translation>
        </message>
        <message>
            <source>Use your own photo</source>
            <translation>Usar una foto propia</translation>
        </message>
        <message>
            <source>Use {days} for week {n}</source>
            <translation>Usar {days} para la semana {n}</translation>
        </message>
        <message>
            <source>Used in 1 piece</source>
            <translation>Se usa en 1 pieza</translation>
        </message>
        <message>
            <source>Used in 1 piece: {names}</source>
            <translation>Se usa en 1 pieza: {names}</translation>
        </message>
        <message>
            <source>Used in {count} pieces</source>
            <translation>Se usa en {count} piezas</translation>
        </message>
        <message>
            <source>Used in {count} pieces: {names}</source>
            <translation>Se usa en {count} piezas: {names}</translation>
        </message>
        <message>
            <source>Used recently, {color}</source>
            <translation>Usado hace poco, {color}</translation>
        </message>
        <message>
            <source>Usual dates</source>
            <translation>Fechas habituales</translation>
        </message>
        <message>
            <source>Usual dates for week {n}</source>
            <translation>Fechas habituales para la semana {n}</translation>
        </message>
        <message>
            <source>Usual dates of week {n}</source>
            <translation>Fechas habituales de la semana {n}</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>Válido hasta</translation>
        </message>
        <message>
            <source>Versions of the kit</source>
            <translation>Versiones del kit</translation>
        </message>
        <message>
            <source>Veterans Day</source>
            <translation>Día de los Veteranos</translation>
        </message>
        <message>
            <source>Video-call background with the logo of {sender} on the left.</source>
            <translation>Fondo para videollamadas con el logotipo de {sender} a la izquierda.</translation>
        </message>
        <message>
            <source>Video-call background with the logo of {sender} on the right.</source>
            <translation>Fondo para videollamadas con el logotipo de {sender} a la derecha.</translation>
        </message>
        <message>
            <source>Video-call background with the logo on the left.</source>
            <translation>Fondo para videollamadas con el logotipo a la izquierda.</translation>
        </message>
        <message>
            <source>Video-call background with the logo on the right.</source>
            <translation>Fondo para videollamadas con el logotipo a la derecha.</translation>
        </message>
        <message>
            <source>Video-call background without a logo.</source>
            <translation>Fondo para videollamadas sin logotipo.</translation>
        </message>
        <message>
            <source>Video-call backgrounds</source>
            <translation>Fondos para videollamadas</translation>
        </message>
        <message>
            <source>View: {name}</source>
            <translation>Vista: {name}</translation>
        </message>
        <message>
            <source>Voices of Freedom, the oral history project</source>
            <translation>Voices of Freedom, el proyecto de historia oral</translation>
        </message>
        <message>
            <source>Wait until it is finished, then try again.</source>
            <translation>Espere a que termine y vuelva a intentarlo.</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>En espera</translation>
        </message>
        <message>
            <source>Warm</source>
            <translation>Cálida</translation>
        </message>
        <message>
            <source>Washington’s Birthday</source>
            <translation>Natalicio de Washington</translation>
        </message>
        <message>
            <source>We go on</source>
            <translation>Seguimos</translation>
        </message>
        <message>
            <source>We have it in writing</source>
            <translation>Lo tenemos por escrito</translation>
        </message>
        <message>
            <source>Weak in black and white: contrast {contrast} to 1</source>
            <translation>Débil en blanco y negro: contraste de {contrast} a 1</translation>
        </message>
        <message>
            <source>Web address</source>
            <translation>Dirección web</translation>
        </message>
        <message>
            <source>Web address or email</source>
            <translation>Dirección web o correo</translation>
        </message>
        <message>
            <source>Web address, for a slide with a QR code</source>
            <translation>Dirección web, para una diapositiva con código QR</translation>
        </message>
        <message>
            <source>Web addresses</source>
            <translation>Direcciones web</translation>
        </message>
        <message>
            <source>Web page</source>
            <translation>Página web</translation>
        </message>
        <message>
            <source>Web text</source>
            <translation>Texto web</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>Semana</translation>
        </message>
        <message>
            <source>Week dates</source>
            <translation>Fechas de las semanas</translation>
        </message>
        <message>
            <source>Week guide</source>
            <translation>Guía de la semana</translation>
        </message>
        <message>
            <source>Week {missing} has no content yet.</source>
            <translation>La semana {missing} todavía no tiene contenido.</translation>
        </message>
        <message>
            <source>Week {number}</source>
            <translation>Semana {number}</translation>
        </message>
        <message>
            <source>Week {number} ({title}) has no content yet in {name}.</source>
            <translation>La semana {number} ({title}) todavía no tiene contenido en {name}.</translation>
        </message>
        <message>
            <source>Week {number} has no deck called {name}.</source>
            <translation>La semana {number} no tiene ninguna presentación llamada {name}.</translation>
        </message>
        <message>
            <source>Week {number} has no handout called {name}.</source>
            <translation>La semana {number} no tiene ningún folleto llamado {name}.</translation>
        </message>
        <message>
            <source>Week {number} has no resource called {name}.</source>
            <translation>La semana {number} no tiene ningún recurso llamado {name}.</translation>
        </message>
        <message>
            <source>Week {number} of the built-in campaign</source>
            <translation>Semana {number} de la campaña incluida</translation>
        </message>
        <message>
            <source>Week {n}
{title}</source>
            <translation>Semana {n}
{title}</translation>
        </message>
        <message>
            <source>Week {n} is only {days}. Combine it with week {other}?</source>
            <translation>La semana {n} es solo {days}. ¿Unirla con la semana {other}?</translation>
        </message>
        <message>
            <source>Week {n} now has the dates of both weeks.</source>
            <translation>La semana {n} tiene ahora las fechas de ambas semanas.</translation>
        </message>
        <message>
            <source>Week {n} {title}</source>
            <translation>Semana {n} {title}</translation>
        </message>
        <message>
            <source>Week {week} ends before it begins.</source>
            <translation>La semana {week} termina antes de empezar.</translation>
        </message>
        <message>
            <source>Week {week} would have more than {most} days.</source>
            <translation>La semana {week} tendría más de {most} días.</translation>
        </message>
        <message>
            <source>Week {week}, {title}: {what}</source>
            <translation>Semana {week}, {title}: {what}</translation>
        </message>
        <message>
            <source>Week {week}: {title}</source>
            <translation>Semana {week}: {title}</translation>
        </message>
        <message>
            <source>Weekday</source>
            <translation>Día de la semana</translation>
        </message>
        <message>
            <source>Weeks</source>
            <translation>Semanas</translation>
        </message>
        <message>
            <source>Weeks are numbered 1 to {most}.</source>
            <translation>Las semanas van de la 1 a la {most}.</translation>
        </message>
        <message>
            <source>Weeks that are ready: {known}.</source>
            <translation>Semanas listas: {known}.</translation>
        </message>
        <message>
            <source>Weeks that are ready: {ready}.</source>
            <translation>Semanas listas: {ready}.</translation>
        </message>
        <message>
            <source>Weeks, themes, facts and resources of the campaign follow the public toolkit for Human Trafficking Prevention Month of the United States Department of Health and Human Services.</source>
            <translation>Las semanas, los temas, los datos y los recursos de la campaña siguen el kit de materiales público para el Mes de la Prevención de la Trata de Personas del Departamento de Salud y Servicios Humanos de los Estados Unidos.</translation>
        </message>
        <message>
            <source>What a printer does not reach is from 0 to half of the shorter side.</source>
            <translation>Lo que una impresora no alcanza va de 0 a la mitad del lado más corto.</translation>
        </message>
        <message>
            <source>What could still be better</source>
            <translation>Qué podría mejorar aún</translation>
        </message>
        <message>
            <source>What do you want to do?</source>
            <translation>¿Qué quiere hacer?</translation>
        </message>
        <message>
            <source>What goes on to further pages has one page in one language, no sheet and no list of names.</source>
            <translation>Lo que continúa en otras páginas tiene una página en un idioma, sin hoja de varias piezas ni lista de nombres.</translation>
        </message>
        <message>
            <source>What happens to your own work?</source>
            <translation>¿Qué pasa con su propio trabajo?</translation>
        </message>
        <message>
            <source>What is counted</source>
            <translation>Qué se cuenta</translation>
        </message>
        <message>
            <source>What is in each column?</source>
            <translation>¿Qué hay en cada columna?</translation>
        </message>
        <message>
            <source>What is in the column {heading}</source>
            <translation>Qué hay en la columna {heading}</translation>
        </message>
        <message>
            <source>What is not ticked is hidden in every week, on the board and in the files. Tick it to show it again.</source>
            <translation>Lo que no está marcado se oculta en todas las semanas, en el tablero y en los archivos. Márquelo para mostrarlo otra vez.</translation>
        </message>
        <message>
            <source>What it is</source>
            <translation>Qué es</translation>
        </message>
        <message>
            <source>What the public reads stays at or below US grade 8.</source>
            <translation>Lo que lee el público no pasa del octavo grado de lectura.</translation>
        </message>
        <message>
            <source>What to ask thirty days after a training, as an email and as a text message.</source>
            <translation>Qué preguntar treinta días después de una capacitación, como correo y como mensaje de texto.</translation>
        </message>
        <message>
            <source>What to buy</source>
            <translation>Qué comprar</translation>
        </message>
        <message>
            <source>What to buy: {papers}.</source>
            <translation>Qué comprar: {papers}.</translation>
        </message>
        <message>
            <source>What to print: {name}</source>
            <translation>Qué imprimir: {name}</translation>
        </message>
        <message>
            <source>What was announced is over.</source>
            <translation>Lo anunciado ya pasó.</translation>
        </message>
        <message>
            <source>What was found in the toolkit</source>
            <translation>Lo que se encontró en el kit de materiales</translation>
        </message>
        <message>
            <source>What was given as {name} has {count} characters.</source>
            <translation>Lo indicado como {name} tiene {count} caracteres.</translation>
        </message>
        <message>
            <source>What was saved of {name}</source>
            <translation>Lo que se guardó de {name}</translation>
        </message>
        <message>
            <source>What we noticed</source>
            <translation>Lo que notamos</translation>
        </message>
        <message>
            <source>What you can do</source>
            <translation>Qué puede hacer</translation>
        </message>
        <message>
            <source>When this is off, it appears only in the pieces where you placed it.</source>
            <translation>Si está desactivado, aparece solo en las piezas en las que usted la puso.</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Dónde</translation>
        </message>
        <message>
            <source>Where are the faces?</source>
            <translation>¿Dónde están las caras?</translation>
        </message>
        <message>
            <source>Where do they go?</source>
            <translation>¿Dónde van?</translation>
        </message>
        <message>
            <source>Where does it go?</source>
            <translation>¿Dónde va?</translation>
        </message>
        <message>
            <source>Where it fits</source>
            <translation>Donde quepa</translation>
        </message>
        <message>
            <source>Where it is, and where not</source>
            <translation>Dónde está y dónde no</translation>
        </message>
        <message>
            <source>Where they are used</source>
            <translation>Dónde se usan</translation>
        </message>
        <message>
            <source>Where they fit</source>
            <translation>Donde queden bien</translation>
        </message>
        <message>
            <source>Where to find help</source>
            <translation>Dónde encontrar ayuda</translation>
        </message>
        <message>
            <source>Which pictures</source>
            <translation>Qué imágenes</translation>
        </message>
        <message>
            <source>While presenting</source>
            <translation>Mientras presenta</translation>
        </message>
        <message>
            <source>White on the second color was too faint ({ratio} : 1). Text there is dark instead.</source>
            <translation>El blanco sobre el segundo color se leía mal ({ratio} : 1). Allí el texto es oscuro.</translation>
        </message>
        <message>
            <source>Who can be recognized?</source>
            <translation>¿A quién se puede reconocer?</translation>
        </message>
        <message>
            <source>Who has power in these pictures?</source>
            <translation>¿Quién tiene poder en estas imágenes?</translation>
        </message>
        <message>
            <source>Who is in it?</source>
            <translation>¿Quién aparece?</translation>
        </message>
        <message>
            <source>Who says it</source>
            <translation>Quién lo dice</translation>
        </message>
        <message>
            <source>Who signs</source>
            <translation>Quién firma</translation>
        </message>
        <message>
            <source>Whoever sees this screen would see your notes. Press N again to show them.</source>
            <translation>Quien vea esta pantalla vería sus notas. Presione N otra vez para mostrarlas.</translation>
        </message>
        <message>
            <source>Whole kit</source>
            <translation>Kit completo</translation>
        </message>
        <message>
            <source>Why is it fine here?</source>
            <translation>¿Por qué está bien aquí?</translation>
        </message>
        <message>
            <source>Width of one design in pixels:</source>
            <translation>Ancho de un diseño en píxeles:</translation>
        </message>
        <message>
            <source>Will be used</source>
            <translation>Se usará</translation>
        </message>
        <message>
            <source>Without a description, the text of the piece is read aloud.</source>
            <translation>Sin descripción se lee en voz alta el texto de la pieza.</translation>
        </message>
        <message>
            <source>Without names, you get one certificate to fill in. Names are never saved in the kit file.</source>
            <translation>Sin nombres, recibe una constancia para llenar. Los nombres nunca se guardan en el archivo del kit.</translation>
        </message>
        <message>
            <source>Without number words, a wrong hotline number in words would not be found.</source>
            <translation>Sin palabras de números no se hallaría un número equivocado de la línea de ayuda escrito con palabras.</translation>
        </message>
        <message>
            <source>Without words about harm, photos of people would come beside them.</source>
            <translation>Sin palabras sobre daños aparecerían fotos de personas junto a ellas.</translation>
        </message>
        <message>
            <source>Without words around hotline numbers, a wrong one beside its name would not be found.</source>
            <translation>Sin las palabras que rodean los números de la línea de ayuda no se hallaría uno equivocado junto a su nombre.</translation>
        </message>
        <message>
            <source>Word, PDF, plain text or Markdown. Its weeks, posts, actions and resources are found for you; you review them before anything changes in your kit.</source>
            <translation>Word, PDF, texto sin formato o Markdown. El programa busca las semanas, publicaciones, acciones y recursos; usted los revisa antes de que algo cambie en su kit.</translation>
        </message>
        <message>
            <source>Words from a primer talk down to adults, and to teenagers as well.</source>
            <translation>Las palabras de cartilla tratan a las personas adultas, y también a los adolescentes, como a niños.</translation>
        </message>
        <message>
            <source>Words of the design</source>
            <translation>Palabras del diseño</translation>
        </message>
        <message>
            <source>Works in</source>
            <translation>Funciona en</translation>
        </message>
        <message>
            <source>Works offline</source>
            <translation>Funciona sin conexión</translation>
        </message>
        <message>
            <source>Works offline. Nothing is sent anywhere.</source>
            <translation>Funciona sin conexión. No se envía nada.</translation>
        </message>
        <message>
            <source>Worth a look</source>
            <translation>Conviene revisarlo</translation>
        </message>
        <message>
            <source>Write</source>
            <translation>Escribir</translation>
        </message>
        <message>
            <source>Write "head", "sub?" or "items[]".</source>
            <translation>Escriba "head", "sub?" o "items[]".</translation>
        </message>
        <message>
            <source>Write 0 for none.</source>
            <translation>Escriba 0 si no hay ninguno.</translation>
        </message>
        <message>
            <source>Write a week from 1 to {count}, 1-3, or all.</source>
            <translation>Escriba una semana de 1 a {count}, 1-3 o all.</translation>
        </message>
        <message>
            <source>Write a whole sentence, then begin a new line.</source>
            <translation>Escriba una frase completa y luego empiece otra línea.</translation>
        </message>
        <message>
            <source>Write all of its digits.</source>
            <translation>Escriba todas sus cifras.</translation>
        </message>
        <message>
            <source>Write day = 15, or leave single out.</source>
            <translation>Escriba day = 15 u omita single.</translation>
        </message>
        <message>
            <source>Write it again.</source>
            <translation>Escríbalo de nuevo.</translation>
        </message>
        <message>
            <source>Write it as # and six digits or letters A to F, as in #0B6E69.</source>
            <translation>Escríbalo como # y seis cifras o letras de la A a la F, como en #0B6E69.</translation>
        </message>
        <message>
            <source>Write it in another alphabet as well, or add a logo that shows it.</source>
            <translation>Escríbalo también en otro alfabeto o agregue un logotipo que lo muestre.</translation>
        </message>
        <message>
            <source>Write it in comment, the first comment.</source>
            <translation>Escríbala en comment, el primer comentario.</translation>
        </message>
        <message>
            <source>Write it in the last part.</source>
            <translation>Escríbala en la última parte.</translation>
        </message>
        <message>
            <source>Write it like 2027-05-01.</source>
            <translation>Escríbalo así: 2027-05-01.</translation>
        </message>
        <message>
            <source>Write it like acf.gov, in at most {most} characters.</source>
            <translation>Escríbalo como acf.gov, con {most} caracteres como máximo.</translation>
        </message>
        <message>
            <source>Write it there</source>
            <translation>Escribirlo allí</translation>
        </message>
        <message>
            <source>Write it to {folder}</source>
            <translation>Escribirlo en {folder}</translation>
        </message>
        <message>
            <source>Write letters and digits only, without the # sign.</source>
            <translation>Escriba solo letras y cifras, sin el signo #.</translation>
        </message>
        <message>
            <source>Write line breaks as new lines, and no tabs.</source>
            <translation>Escriba los saltos como líneas nuevas, sin tabuladores.</translation>
        </message>
        <message>
            <source>Write number = {number}.</source>
            <translation>Escriba number = {number}.</translation>
        </message>
        <message>
            <source>Write one organization in each row of the table.</source>
            <translation>Escriba una organización en cada fila de la tabla.</translation>
        </message>
        <message>
            <source>Write one, or a thread of {n}.</source>
            <translation>Escriba una, o un hilo de {n}.</translation>
        </message>
        <message>
            <source>Write presets = ["table"] in [file.amount], for an order of that kind.</source>
            <translation>Escriba presets = ["table"] en [file.amount], para un pedido de esa clase.</translation>
        </message>
        <message>
            <source>Write schema = {schema}.</source>
            <translation>Escriba schema = {schema}.</translation>
        </message>
        <message>
            <source>Write the default as plain words: {name|other words}.</source>
            <translation>Escriba lo predeterminado como palabras simples: {name|otras palabras}.</translation>
        </message>
        <message>
            <source>Write the name</source>
            <translation>Escribir el nombre</translation>
        </message>
        <message>
            <source>Write those of the language: nobody would be protected in its texts.</source>
            <translation>Escriba las del idioma: en sus textos nadie estaría protegido.</translation>
        </message>
        <message>
            <source>Write year, month and day, as in 2027-01-31.</source>
            <translation>Escriba año, mes y día, como en 2027-01-31.</translation>
        </message>
        <message>
            <source>Write {families} and a name of lowercase letters, digits and hyphens.</source>
            <translation>Escriba {families} y un nombre con letras minúsculas, dígitos y guiones.</translation>
        </message>
        <message>
            <source>Write {fields} in fields and show it.</source>
            <translation>Escriba {fields} en fields y muéstrelo.</translation>
        </message>
        <message>
            <source>Write {fields} in fields.</source>
            <translation>Escriba {fields} en fields.</translation>
        </message>
        <message>
            <source>Write {field}? in fields, or show it without the condition.</source>
            <translation>Escriba {field}? en fields, o muéstrelo sin la condición.</translation>
        </message>
        <message>
            <source>Write {field}? in its fields, as it is empty without names.</source>
            <translation>Escriba {field}? en sus campos (fields): sin nombres está vacío.</translation>
        </message>
        <message>
            <source>Write {form}.</source>
            <translation>Escriba {form}.</translation>
        </message>
        <message>
            <source>Write {hotline.number}, {hotline.text} or {hotline.web} instead.</source>
            <translation>Escriba {hotline.number}, {hotline.text} o {hotline.web} en su lugar.</translation>
        </message>
        <message>
            <source>Write {known}.</source>
            <translation>Escriba {known}.</translation>
        </message>
        <message>
            <source>Write {name}.</source>
            <translation>Escriba {name}.</translation>
        </message>
        <message>
            <source>Write {size} in its canvases.</source>
            <translation>Escriba {size} en sus canvases.</translation>
        </message>
        <message>
            <source>Write “link in bio”.</source>
            <translation>Escriba “enlace en la biografía”.</translation>
        </message>
        <message>
            <source>Writing {done} of {total} files</source>
            <translation>Escribiendo {done} de {total} archivos</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>Año</translation>
        </message>
        <message>
            <source>Year of the toolkit</source>
            <translation>Año del kit de materiales</translation>
        </message>
        <message>
            <source>You can keep working. If it happens again, the details can help find out why.</source>
            <translation>Puede seguir trabajando. Si vuelve a ocurrir, los detalles ayudan a saber por qué.</translation>
        </message>
        <message>
            <source>You can leave again whenever you want.</source>
            <translation>Puede volver a salir cuando quiera.</translation>
        </message>
        <message>
            <source>You can put a photo anywhere later: drop it on a piece.</source>
            <translation>Después puede poner una foto donde quiera: suéltela sobre una pieza.</translation>
        </message>
        <message>
            <source>You described a different picture from the one there now: “{text}”</source>
            <translation>Usted describió una imagen distinta de la que hay ahora: “{text}”</translation>
        </message>
        <message>
            <source>You have no pictures of your own yet. The kit uses drawn scenes. Drop photos here.</source>
            <translation>Aún no tiene imágenes propias. El kit usa escenas dibujadas. Suelte fotos aquí.</translation>
        </message>
        <message>
            <source>You may replace {name} with your own build: install it in place of the one here. Its source code is at the address below.</source>
            <translation>Puede reemplazar {name} por su propia versión: instálela en lugar de la que está aquí. El código fuente está en la dirección de abajo.</translation>
        </message>
        <message>
            <source>You see it mirrored. Everyone else sees the large picture. Do not flip the file.</source>
            <translation>Usted lo ve como en un espejo. Los demás ven la imagen grande. No voltee el archivo.</translation>
        </message>
        <message>
            <source>You see the logo mirrored, on the other side. Everyone else sees the large picture. Do not flip the file.</source>
            <translation>Usted ve el logotipo al otro lado y al revés. Los demás ven la imagen grande. No voltee el archivo.</translation>
        </message>
        <message>
            <source>Younger</source>
            <translation>Más joven</translation>
        </message>
        <message>
            <source>Your PowerPoint</source>
            <translation>Su PowerPoint</translation>
        </message>
        <message>
            <source>Your call</source>
            <translation>Usted decide</translation>
        </message>
        <message>
            <source>Your color and a dark one on large areas.</source>
            <translation>Su color y uno oscuro en las áreas grandes.</translation>
        </message>
        <message>
            <source>Your edits are saved, and existing kits are unchanged.</source>
            <translation>Sus cambios están guardados y los kits existentes no cambian.</translation>
        </message>
        <message>
            <source>Your font for headlines is damaged or missing in the kit file; a font of the program appears instead.</source>
            <translation>Su fuente para los titulares está dañada o falta en el archivo del kit; en su lugar aparece una fuente del programa.</translation>
        </message>
        <message>
            <source>Your font for text is damaged or missing in the kit file; a font of the program appears instead.</source>
            <translation>Su fuente para el texto está dañada o falta en el archivo del kit; en su lugar aparece una fuente del programa.</translation>
        </message>
        <message>
            <source>Your kit has not changed.</source>
            <translation>Su kit no ha cambiado.</translation>
        </message>
        <message>
            <source>Your kit is ready</source>
            <translation>Su kit está listo</translation>
        </message>
        <message>
            <source>Your kit is ready, {count} files</source>
            <translation>Su kit está listo, {count} archivos</translation>
        </message>
        <message>
            <source>Your kit is ready, {count} files.</source>
            <translation>Su kit está listo, {count} archivos.</translation>
        </message>
        <message>
            <source>Your last step was “{step}”.</source>
            <translation>Su último paso fue “{step}”.</translation>
        </message>
        <message>
            <source>Your logo</source>
            <translation>Su logotipo</translation>
        </message>
        <message>
            <source>Your name is beside the logo wherever the logo appears.</source>
            <translation>Su nombre está junto al logotipo dondequiera que este aparezca.</translation>
        </message>
        <message>
            <source>Your name is in the logo, so it isn't repeated beside or below it.</source>
            <translation>Su nombre está en el logotipo, por eso no se repite al lado ni debajo.</translation>
        </message>
        <message>
            <source>Your name is not on it yet.</source>
            <translation>Aún no lleva su nombre.</translation>
        </message>
        <message>
            <source>Your name is the same on every piece. Change it in the strip above the board.</source>
            <translation>Su nombre es igual en todas las piezas. Cámbielo en la franja encima del tablero.</translation>
        </message>
        <message>
            <source>Your organization</source>
            <translation>Su organización</translation>
        </message>
        <message>
            <source>Your own fonts</source>
            <translation>Sus propias fuentes</translation>
        </message>
        <message>
            <source>Your own fonts are no longer used.</source>
            <translation>Sus propias fuentes ya no se usan.</translation>
        </message>
        <message>
            <source>Your own line, web address, local number and year</source>
            <translation>Su propia línea, dirección web, número local y año</translation>
        </message>
        <message>
            <source>Your own view</source>
            <translation>Su propia vista</translation>
        </message>
        <message>
            <source>Your own view is mirrored. The file is not.</source>
            <translation>Su propia vista está reflejada. El archivo no.</translation>
        </message>
        <message>
            <source>Your own view is mirrored. The file is not: do not flip it.</source>
            <translation>Su propia vista está en espejo. El archivo no: no lo voltee.</translation>
        </message>
        <message>
            <source>Your own work</source>
            <translation>Su propio trabajo</translation>
        </message>
        <message>
            <source>Your photos</source>
            <translation>Sus fotos</translation>
        </message>
        <message>
            <source>Your post text is too long for {networks}. The kit's short text is used there; it does not include what you wrote.</source>
            <translation>El texto de su publicación es demasiado largo para {networks}. Ahí se usa el texto corto del kit, que no incluye lo que usted escribió.</translation>
        </message>
        <message>
            <source>Your talk</source>
            <translation>Su charla</translation>
        </message>
        <message>
            <source>Your template {file} cannot draw “{title}”: {why} The design “{other}” is used instead.</source>
            <translation>Su plantilla {file} no puede dibujar “{title}”: {why} En su lugar se usa el diseño “{other}”.</translation>
        </message>
        <message>
            <source>Your template “{title}” is for {own}; these sizes keep the design of the kit: {sizes}.</source>
            <translation>Su plantilla “{title}” es para {own}; estos tamaños conservan el diseño del kit: {sizes}.</translation>
        </message>
        <message>
            <source>Your templates</source>
            <translation>Sus plantillas</translation>
        </message>
        <message>
            <source>Your templates folder</source>
            <translation>Su carpeta de plantillas</translation>
        </message>
        <message>
            <source>Zoom of the picture</source>
            <translation>Zoom de la imagen</translation>
        </message>
        <message>
            <source>Zoom picture</source>
            <translation>Ampliar imagen</translation>
        </message>
        <message>
            <source>[{scale}] has no style {name}, which [{other}] has.</source>
            <translation>[{scale}] no tiene un estilo {name}, que [{other}] sí tiene.</translation>
        </message>
        <message>
            <source>a BMP picture</source>
            <translation>una imagen BMP</translation>
        </message>
        <message>
            <source>a GIF</source>
            <translation>un GIF</translation>
        </message>
        <message>
            <source>a HEIC photo</source>
            <translation>una foto HEIC</translation>
        </message>
        <message>
            <source>a PDF or Illustrator file</source>
            <translation>un PDF o archivo de Illustrator</translation>
        </message>
        <message>
            <source>a Photoshop file</source>
            <translation>un archivo de Photoshop</translation>
        </message>
        <message>
            <source>a TIFF picture</source>
            <translation>una imagen TIFF</translation>
        </message>
        <message>
            <source>a ZIP, Office or Affinity file</source>
            <translation>un archivo ZIP, de Office o de Affinity</translation>
        </message>
        <message>
            <source>a \ in quotation marks is not followed by a valid letter</source>
            <translation>una \ entre comillas no va seguida de una letra válida</translation>
        </message>
        <message>
            <source>a calm, everyday scene</source>
            <translation>una escena tranquila y cotidiana</translation>
        </message>
        <message>
            <source>a command and its keys</source>
            <translation>un comando y sus teclas</translation>
        </message>
        <message>
            <source>a compressed SVG (.svgz)</source>
            <translation>un SVG comprimido (.svgz)</translation>
        </message>
        <message>
            <source>a day such as 2027-01-31</source>
            <translation>un día como 2027-01-31</translation>
        </message>
        <message>
            <source>a filter effect (shadow, blur or glow)</source>
            <translation>un efecto de filtro (sombra, desenfoque o resplandor)</translation>
        </message>
        <message>
            <source>a heading appears twice</source>
            <translation>un encabezado aparece dos veces</translation>
        </message>
        <message>
            <source>a heading is not closed</source>
            <translation>un encabezado no está cerrado</translation>
        </message>
        <message>
            <source>a key appears twice</source>
            <translation>una clave aparece dos veces</translation>
        </message>
        <message>
            <source>a key cannot be read</source>
            <translation>una clave no se puede leer</translation>
        </message>
        <message>
            <source>a list</source>
            <translation>una lista</translation>
        </message>
        <message>
            <source>a list is not closed</source>
            <translation>una lista no está cerrada</translation>
        </message>
        <message>
            <source>a list of {count}</source>
            <translation>una lista de {count}</translation>
        </message>
        <message>
            <source>a name</source>
            <translation>un nombre</translation>
        </message>
        <message>
            <source>a number</source>
            <translation>un número</translation>
        </message>
        <message>
            <source>a number from {low} to {high}</source>
            <translation>un número de {low} a {high}</translation>
        </message>
        <message>
            <source>a path</source>
            <translation>una ruta</translation>
        </message>
        <message>
            <source>a pattern fill</source>
            <translation>un relleno de patrón</translation>
        </message>
        <message>
            <source>a photo is never in two pieces in a row, and no other place is free</source>
            <translation>una foto nunca está en dos piezas seguidas, y no queda otro lugar libre</translation>
        </message>
        <message>
            <source>a plain fact</source>
            <translation>un hecho sencillo</translation>
        </message>
        <message>
            <source>a portrait with dignity, hands or objects</source>
            <translation>un retrato digno, manos u objetos</translation>
        </message>
        <message>
            <source>a scene, a place and a person</source>
            <translation>una escena, un lugar y una persona</translation>
        </message>
        <message>
            <source>a slide and its seconds</source>
            <translation>una diapositiva y sus segundos</translation>
        </message>
        <message>
            <source>a table</source>
            <translation>una tabla</translation>
        </message>
        <message>
            <source>a table is not closed</source>
            <translation>una tabla no está cerrada</translation>
        </message>
        <message>
            <source>a table whose first column has a name in each row</source>
            <translation>una tabla cuya primera columna tenga un nombre en cada fila</translation>
        </message>
        <message>
            <source>a table with a cast {name}</source>
            <translation>una tabla con un elenco {name}</translation>
        </message>
        <message>
            <source>a table with letter and a4</source>
            <translation>una tabla con letter y a4</translation>
        </message>
        <message>
            <source>a table with words in English (en)</source>
            <translation>una tabla con las palabras en inglés (en)</translation>
        </message>
        <message>
            <source>a text with {parts}</source>
            <translation>un texto con {parts}</translation>
        </message>
        <message>
            <source>a time such as 2027-01-03T10:00:00Z</source>
            <translation>una hora como 2027-01-03T10:00:00Z</translation>
        </message>
        <message>
            <source>a use and a path</source>
            <translation>un uso y una ruta</translation>
        </message>
        <message>
            <source>a value cannot be read</source>
            <translation>no se puede leer un valor</translation>
        </message>
        <message>
            <source>a week and the number of a mix</source>
            <translation>una semana y el número de una mezcla</translation>
        </message>
        <message>
            <source>a whole number</source>
            <translation>un número entero</translation>
        </message>
        <message>
            <source>a whole number from {low} to {high}</source>
            <translation>un número entero de {low} a {high}</translation>
        </message>
        <message>
            <source>about 1 minute</source>
            <translation>1 minuto aproximadamente</translation>
        </message>
        <message>
            <source>about {count} minutes</source>
            <translation>unos {count} minutos</translation>
        </message>
        <message>
            <source>about {count} seconds</source>
            <translation>unos {count} segundos</translation>
        </message>
        <message>
            <source>about {size}, {time}</source>
            <translation>unos {size}, {time}</translation>
        </message>
        <message>
            <source>actions: {count}</source>
            <translation>acciones: {count}</translation>
        </message>
        <message>
            <source>address</source>
            <translation>la dirección web</translation>
        </message>
        <message>
            <source>an AVIF picture</source>
            <translation>una imagen AVIF</translation>
        </message>
        <message>
            <source>an EPS file</source>
            <translation>un archivo EPS</translation>
        </message>
        <message>
            <source>an EPS or Illustrator file</source>
            <translation>un archivo EPS o de Illustrator</translation>
        </message>
        <message>
            <source>an old Office file</source>
            <translation>un archivo antiguo de Office</translation>
        </message>
        <message>
            <source>another program is using it</source>
            <translation>otro programa lo está usando</translation>
        </message>
        <message>
            <source>arrow heads</source>
            <translation>puntas de flecha</translation>
        </message>
        <message>
            <source>as below</source>
            <translation>como abajo</translation>
        </message>
        <message>
            <source>as the campaign</source>
            <translation>como la campaña</translation>
        </message>
        <message>
            <source>base64</source>
            <translation>base64</translation>
        </message>
        <message>
            <source>both sides (flip on the long edge)</source>
            <translation>por ambas caras (voltear por el borde largo)</translation>
        </message>
        <message>
            <source>cards = {sheets} sheets of paper</source>
            <translation>tarjetas = {sheets} hojas de papel</translation>
        </message>
        <message>
            <source>centimeters</source>
            <translation>centímetros</translation>
        </message>
        <message>
            <source>changed here</source>
            <translation>cambiado aquí</translation>
        </message>
        <message>
            <source>chosen by the program</source>
            <translation>la eligió el programa</translation>
        </message>
        <message>
            <source>class="{tone}" is not a tone{near}</source>
            <translation>class="{tone}" no es un tono{near}</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>cerrado</translation>
        </message>
        <message>
            <source>colors of the photo</source>
            <translation>colores de la foto</translation>
        </message>
        <message>
            <source>copies = {sheets} sheets of paper</source>
            <translation>copias = {sheets} hojas de papel</translation>
        </message>
        <message>
            <source>crop</source>
            <translation>encuadre</translation>
        </message>
        <message>
            <source>day</source>
            <translation>día</translation>
        </message>
        <message>
            <source>dddd, MMMM d</source>
            <translation>dddd, d 'de' MMMM</translation>
        </message>
        <message>
            <source>description</source>
            <translation>descripción</translation>
        </message>
        <message>
            <source>design</source>
            <translation>diseño</translation>
        </message>
        <message>
            <source>does not fit</source>
            <translation>no cabe</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>vacío</translation>
        </message>
        <message>
            <source>federal holiday, federal offices are closed: {name}</source>
            <translation>feriado federal, las oficinas federales están cerradas: {name}</translation>
        </message>
        <message>
            <source>fixed</source>
            <translation>fijo</translation>
        </message>
        <message>
            <source>fixed date</source>
            <translation>fecha fija</translation>
        </message>
        <message>
            <source>four places and a certainty, from 0 to 1</source>
            <translation>cuatro lugares y una certeza, de 0 a 1</translation>
        </message>
        <message>
            <source>from the logo</source>
            <translation>del logotipo</translation>
        </message>
        <message>
            <source>half a sentence that explains it</source>
            <translation>media frase que lo explique</translation>
        </message>
        <message>
            <source>headings: {heads}</source>
            <translation>títulos: {heads}</translation>
        </message>
        <message>
            <source>headline</source>
            <translation>titular</translation>
        </message>
        <message>
            <source>how recruitment really happens</source>
            <translation>cómo ocurre en realidad el reclutamiento</translation>
        </message>
        <message>
            <source>in 1 place</source>
            <translation>en 1 lugar</translation>
        </message>
        <message>
            <source>in small letters without accents</source>
            <translation>en minúsculas y sin acentos</translation>
        </message>
        <message>
            <source>in small letters without accents and signs</source>
            <translation>en minúsculas sin acentos ni signos</translation>
        </message>
        <message>
            <source>in {n} places</source>
            <translation>en {n} lugares</translation>
        </message>
        <message>
            <source>inches</source>
            <translation>pulgadas</translation>
        </message>
        <message>
            <source>inside</source>
            <translation>interior</translation>
        </message>
        <message>
            <source>is neither true nor false</source>
            <translation>no es ni true ni false</translation>
        </message>
        <message>
            <source>is not a color role</source>
            <translation>no es un rol de color</translation>
        </message>
        <message>
            <source>is not a ground</source>
            <translation>no es un fondo</translation>
        </message>
        <message>
            <source>is not a number</source>
            <translation>no es un número</translation>
        </message>
        <message>
            <source>is not a page size</source>
            <translation>no es un tamaño de página</translation>
        </message>
        <message>
            <source>is not a structure tag</source>
            <translation>no es una etiqueta de estructura</translation>
        </message>
        <message>
            <source>is not a text style</source>
            <translation>no es un estilo de texto</translation>
        </message>
        <message>
            <source>is not a value</source>
            <translation>no es un valor posible</translation>
        </message>
        <message>
            <source>is not the name of a field</source>
            <translation>no es el nombre de un campo</translation>
        </message>
        <message>
            <source>it has too few pixels for every place that suits it</source>
            <translation>tiene muy pocos píxeles para todos los lugares que le convienen</translation>
        </message>
        <message>
            <source>it is a folder</source>
            <translation>es una carpeta</translation>
        </message>
        <message>
            <source>it is kept for pieces that you put it in</source>
            <translation>se reserva para las piezas en las que usted la ponga</translation>
        </message>
        <message>
            <source>it is no longer there</source>
            <translation>ya no está</translation>
        </message>
        <message>
            <source>it may not be changed</source>
            <translation>no se puede modificar</translation>
        </message>
        <message>
            <source>item {position} of {count}</source>
            <translation>elemento {position} de {count}</translation>
        </message>
        <message>
            <source>its links form a loop</source>
            <translation>sus enlaces forman un círculo</translation>
        </message>
        <message>
            <source>its name or path is too long for this system</source>
            <translation>su nombre o su ruta es demasiado largo para este sistema</translation>
        </message>
        <message>
            <source>kept</source>
            <translation>se mantiene</translation>
        </message>
        <message>
            <source>keys such as Ctrl+Shift+X</source>
            <translation>teclas como Ctrl+Shift+X</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>excluido</translation>
        </message>
        <message>
            <source>left out of the kit</source>
            <translation>fuera del kit</translation>
        </message>
        <message>
            <source>left, top, right and bottom of the hole</source>
            <translation>izquierda, arriba, derecha y abajo del hueco</translation>
        </message>
        <message>
            <source>light and open places</source>
            <translation>lugares luminosos y abiertos</translation>
        </message>
        <message>
            <source>line {number}</source>
            <translation>línea {number}</translation>
        </message>
        <message>
            <source>lock</source>
            <translation>bloqueo</translation>
        </message>
        <message>
            <source>locked</source>
            <translation>bloqueado</translation>
        </message>
        <message>
            <source>mark as posted</source>
            <translation>marca de publicado</translation>
        </message>
        <message>
            <source>must be between {low} and {high}</source>
            <translation>debe estar entre {low} y {high}</translation>
        </message>
        <message>
            <source>names "{name}", which is not a color role</source>
            <translation>nombra “{name}”, que no es un rol de color</translation>
        </message>
        <message>
            <source>needs 1, 2 or 4 numbers (top right bottom left)</source>
            <translation>necesita 1, 2 o 4 números (arriba, derecha, abajo, izquierda)</translation>
        </message>
        <message>
            <source>needs 4 numbers or "-": top right bottom left</source>
            <translation>necesita 4 números o "-": arriba, derecha, abajo, izquierda</translation>
        </message>
        <message>
            <source>needs a width and a color role, such as "0.2 line"</source>
            <translation>necesita un ancho y un rol de color, como "0.2 line"</translation>
        </message>
        <message>
            <source>no other post has a place for a photo</source>
            <translation>ninguna otra publicación tiene un lugar para una foto</translation>
        </message>
        <message>
            <source>no place has its shape, and too much of it would be cut off</source>
            <translation>ningún lugar tiene su forma y se cortaría demasiado</translation>
        </message>
        <message>
            <source>no text.</source>
            <translation>ningún texto.</translation>
        </message>
        <message>
            <source>none</source>
            <translation>ninguno</translation>
        </message>
        <message>
            <source>none of them has a place for it</source>
            <translation>ninguna tiene un lugar para ella</translation>
        </message>
        <message>
            <source>not included in the kit</source>
            <translation>fuera del kit</translation>
        </message>
        <message>
            <source>not on the picture</source>
            <translation>no está en la imagen</translation>
        </message>
        <message>
            <source>not placed yet</source>
            <translation>aún sin lugar</translation>
        </message>
        <message>
            <source>not used</source>
            <translation>sin usar</translation>
        </message>
        <message>
            <source>number</source>
            <translation>el número</translation>
        </message>
        <message>
            <source>of {minutes} minutes</source>
            <translation>de {minutes} minutos</translation>
        </message>
        <message>
            <source>on one sheet of paper</source>
            <translation>en una hoja de papel</translation>
        </message>
        <message>
            <source>on time</source>
            <translation>a tiempo</translation>
        </message>
        <message>
            <source>one side</source>
            <translation>por una cara</translation>
        </message>
        <message>
            <source>only_year has no reason.</source>
            <translation>only_year no tiene motivo.</translation>
        </message>
        <message>
            <source>open</source>
            <translation>abierto</translation>
        </message>
        <message>
            <source>order of slides</source>
            <translation>orden de las diapositivas</translation>
        </message>
        <message>
            <source>other lines: {count}</source>
            <translation>otras líneas: {count}</translation>
        </message>
        <message>
            <source>other photos are in the places that suit it</source>
            <translation>otras fotos están en los lugares que le convienen</translation>
        </message>
        <message>
            <source>outside</source>
            <translation>exterior</translation>
        </message>
        <message>
            <source>page {number}</source>
            <translation>página {number}</translation>
        </message>
        <message>
            <source>people connecting, and places in daylight</source>
            <translation>personas que conversan y lugares a plena luz</translation>
        </message>
        <message>
            <source>people, setting and action</source>
            <translation>quiénes aparecen, dónde y qué hacen</translation>
        </message>
        <message>
            <source>photos of people are never behind a speaker, and no other place is free</source>
            <translation>las fotos de personas nunca están detrás de quien habla, y no hay otro lugar libre</translation>
        </message>
        <message>
            <source>photos of people are never beside somebody's words, and no other place is free</source>
            <translation>las fotos de personas nunca están junto a las palabras de alguien, y no hay otro lugar libre</translation>
        </message>
        <message>
            <source>photos of people are never beside words about harm, and no other place is free</source>
            <translation>las fotos de personas nunca están junto a palabras sobre daños, y no hay otro lugar libre</translation>
        </message>
        <message>
            <source>picture</source>
            <translation>imagen</translation>
        </message>
        <message>
            <source>planner-{year}.csv</source>
            <translation>planificador-{year}.csv</translation>
        </message>
        <message>
            <source>post text</source>
            <translation>texto de la publicación</translation>
        </message>
        <message>
            <source>posted</source>
            <translation>publicada</translation>
        </message>
        <message>
            <source>print-list.txt</source>
            <translation>lista-de-impresion.txt</translation>
        </message>
        <message>
            <source>purchasing staff, purchasers or shoppers</source>
            <translation>personal de compras o consumidores</translation>
        </message>
        <message>
            <source>put the month’s hashtag first</source>
            <translation>poner primero el hashtag del mes</translation>
        </message>
        <message>
            <source>quotes are not closed</source>
            <translation>faltan las comillas de cierre</translation>
        </message>
        <message>
            <source>readable</source>
            <translation>legible</translation>
        </message>
        <message>
            <source>reports, calls or signals</source>
            <translation>reportes, llamadas o señales</translation>
        </message>
        <message>
            <source>resources: {count}</source>
            <translation>recursos: {count}</translation>
        </message>
        <message>
            <source>schema must be {known}.</source>
            <translation>schema debe ser {known}.</translation>
        </message>
        <message>
            <source>selection</source>
            <translation>selección</translation>
        </message>
        <message>
            <source>shorter sentences and common words</source>
            <translation>frases más cortas y palabras comunes</translation>
        </message>
        <message>
            <source>side of the logo</source>
            <translation>lado del logotipo</translation>
        </message>
        <message>
            <source>size of the logo</source>
            <translation>tamaño del logotipo</translation>
        </message>
        <message>
            <source>speaker notes</source>
            <translation>notas del orador</translation>
        </message>
        <message>
            <source>story lists places of people from 0 to {last} in order, each once.</source>
            <translation>story lista lugares de personas de 0 a {last} en orden, cada uno una vez.</translation>
        </message>
        <message>
            <source>text</source>
            <translation>texto</translation>
        </message>
        <message>
            <source>text number</source>
            <translation>el número para mensajes de texto</translation>
        </message>
        <message>
            <source>text of one line</source>
            <translation>texto de una línea</translation>
        </message>
        <message>
            <source>text, a list or a table</source>
            <translation>texto, una lista o una tabla</translation>
        </message>
        <message>
            <source>the consent record, or “a composite”</source>
            <translation>el registro de consentimiento o “una historia compuesta”</translation>
        </message>
        <message>
            <source>the digits in parentheses</source>
            <translation>las cifras entre paréntesis</translation>
        </message>
        <message>
            <source>the disk is full</source>
            <translation>el disco está lleno</translation>
        </message>
        <message>
            <source>the disk is read-only</source>
            <translation>el disco es de solo lectura</translation>
        </message>
        <message>
            <source>the drive does not answer</source>
            <translation>la unidad no responde</translation>
        </message>
        <message>
            <source>the four corners of a page</source>
            <translation>las cuatro esquinas de una página</translation>
        </message>
        <message>
            <source>the full address</source>
            <translation>la dirección completa</translation>
        </message>
        <message>
            <source>the id of a family of designs</source>
            <translation>el id de una familia de diseños</translation>
        </message>
        <message>
            <source>the month before</source>
            <translation>el mes anterior</translation>
        </message>
        <message>
            <source>the name of a file of a campaign pack</source>
            <translation>el nombre de un archivo de un paquete de campaña</translation>
        </message>
        <message>
            <source>the name of a font in this file</source>
            <translation>el nombre de una fuente de este archivo</translation>
        </message>
        <message>
            <source>the name of a picture in this file</source>
            <translation>el nombre de una imagen de este archivo</translation>
        </message>
        <message>
            <source>the name of your organization</source>
            <translation>el nombre de su organización</translation>
        </message>
        <message>
            <source>the partner “{name}”</source>
            <translation>la organización aliada “{name}”</translation>
        </message>
        <message>
            <source>the pasted table</source>
            <translation>la tabla pegada</translation>
        </message>
        <message>
            <source>the places that suit it have pictures that were chosen for them</source>
            <translation>los lugares que le convienen tienen imágenes que se eligieron para ellos</translation>
        </message>
        <message>
            <source>the system refused</source>
            <translation>el sistema lo rechazó</translation>
        </message>
        <message>
            <source>the thing itself: help, a need, a session</source>
            <translation>lo que es: ayuda, una necesidad, una sesión</translation>
        </message>
        <message>
            <source>there is a character that cannot be seen</source>
            <translation>hay un carácter que no se puede ver</translation>
        </message>
        <message>
            <source>there is a file where a folder should be</source>
            <translation>hay un archivo donde debería haber una carpeta</translation>
        </message>
        <message>
            <source>there is a single \ in quotes</source>
            <translation>hay una \ suelta entre comillas</translation>
        </message>
        <message>
            <source>there is no = after a key</source>
            <translation>falta = después de una clave</translation>
        </message>
        <message>
            <source>there is no key</source>
            <translation>falta la clave</translation>
        </message>
        <message>
            <source>there is something after a value</source>
            <translation>hay algo después de un valor</translation>
        </message>
        <message>
            <source>this computer</source>
            <translation>esta computadora</translation>
        </message>
        <message>
            <source>this system does not allow that name</source>
            <translation>este sistema no admite ese nombre</translation>
        </message>
        <message>
            <source>time</source>
            <translation>hora</translation>
        </message>
        <message>
            <source>to check: {reason}</source>
            <translation>por revisar: {reason}</translation>
        </message>
        <message>
            <source>too faint</source>
            <translation>demasiado tenue</translation>
        </message>
        <message>
            <source>true or false</source>
            <translation>true o false</translation>
        </message>
        <message>
            <source>two numbers from 0 to 1</source>
            <translation>dos números de 0 a 1</translation>
        </message>
        <message>
            <source>two numbers in square brackets</source>
            <translation>dos números entre corchetes</translation>
        </message>
        <message>
            <source>used in 1 piece</source>
            <translation>se usa en 1 pieza</translation>
        </message>
        <message>
            <source>used in {count} pieces</source>
            <translation>se usa en {count} piezas</translation>
        </message>
        <message>
            <source>week {number}</source>
            <translation>la semana {number}</translation>
        </message>
        <message>
            <source>week {number}: {names}</source>
            <translation>semana {number}: {names}</translation>
        </message>
        <message>
            <source>weeks: {count}</source>
            <translation>semanas: {count}</translation>
        </message>
        <message>
            <source>what is seen</source>
            <translation>lo que se ve</translation>
        </message>
        <message>
            <source>what people around can do, with the words for a person at risk in quotation marks</source>
            <translation>qué pueden hacer quienes están cerca, con las palabras para una persona en riesgo entre comillas</translation>
        </message>
        <message>
            <source>when it is complete</source>
            <translation>cuando esté completo</translation>
        </message>
        <message>
            <source>words</source>
            <translation>texto</translation>
        </message>
        <message>
            <source>words for 0 to {most}</source>
            <translation>palabras para 0 a {most}</translation>
        </message>
        <message>
            <source>words for adults</source>
            <translation>palabras para personas adultas</translation>
        </message>
        <message>
            <source>you may not read it</source>
            <translation>no se permite leerlo</translation>
        </message>
        <message>
            <source>your contact line</source>
            <translation>su línea de contacto</translation>
        </message>
        <message>
            <source>your own list</source>
            <translation>su propia lista</translation>
        </message>
        <message>
            <source>your slide</source>
            <translation>su diapositiva</translation>
        </message>
        <message>
            <source>your theme line</source>
            <translation>su lema</translation>
        </message>
        <message>
            <source>{address} has moved.</source>
            <translation>{address} se ha movido.</translation>
        </message>
        <message>
            <source>{address} has not been tested.</source>
            <translation>{address} no se ha comprobado.</translation>
        </message>
        <message>
            <source>{address} was copied.</source>
            <translation>Se copió {address}.</translation>
        </message>
        <message>
            <source>{body} has no {name} to wear.</source>
            <translation>{body} no tiene {name} para llevar.</translation>
        </message>
        <message>
            <source>{color}: strength {strength}%, brightness {brightness}%</source>
            <translation>{color}: intensidad {strength}%, brillo {brightness}%</translation>
        </message>
        <message>
            <source>{column}: {name}</source>
            <translation>{column}: {name}</translation>
        </message>
        <message>
            <source>{column}: {words}</source>
            <translation>{column}: {words}</translation>
        </message>
        <message>
            <source>{count} addresses, {name} allows {limit}.</source>
            <translation>{count} direcciones; {name} permite {limit}.</translation>
        </message>
        <message>
            <source>{count} bytes, {name} allows {limit}.</source>
            <translation>{count} bytes; {name} permite {limit}.</translation>
        </message>
        <message>
            <source>{count} characters, {name} allows {limit}.</source>
            <translation>{count} caracteres; {name} permite {limit}.</translation>
        </message>
        <message>
            <source>{count} colors were given.</source>
            <translation>Se indicaron {count} colores.</translation>
        </message>
        <message>
            <source>{count} files</source>
            <translation>{count} archivos</translation>
        </message>
        <message>
            <source>{count} files could not be used.</source>
            <translation>{count} archivos no se pudieron usar.</translation>
        </message>
        <message>
            <source>{count} files have not been written yet.</source>
            <translation>Faltan {count} archivos por escribir.</translation>
        </message>
        <message>
            <source>{count} files of your templates are not used.</source>
            <translation>{count} archivos de sus plantillas no se usan.</translation>
        </message>
        <message>
            <source>{count} files were copied to {name} and compared. You can remove the drive.</source>
            <translation>Se copiaron {count} archivos a {name} y se compararon. Ya puede retirar la unidad.</translation>
        </message>
        <message>
            <source>{count} files: {kinds}</source>
            <translation>{count} archivos: {kinds}</translation>
        </message>
        <message>
            <source>{count} font files were given.</source>
            <translation>Se indicaron {count} archivos de fuente.</translation>
        </message>
        <message>
            <source>{count} for each kit: about every 10 minutes at first, then days apart.</source>
            <translation>{count} por kit: al principio cada 10 minutos, después con días de diferencia.</translation>
        </message>
        <message>
            <source>{count} hashtags, {name} allows {limit}.</source>
            <translation>{count} hashtags; {name} permite {limit}.</translation>
        </message>
        <message>
            <source>{count} kits are ready: {folder}</source>
            <translation>{count} kits están listos: {folder}</translation>
        </message>
        <message>
            <source>{count} left out</source>
            <translation>{count} sin incluir</translation>
        </message>
        <message>
            <source>{count} lines of the menus and notices of a web page, such as {lines}, and none of a toolkit.</source>
            <translation>{count} líneas de los menús y avisos de una página web, como {lines}, y ninguna de un kit de materiales.</translation>
        </message>
        <message>
            <source>{count} marks to cut along, outside the cards</source>
            <translation>{count} marcas de corte, fuera de las tarjetas</translation>
        </message>
        <message>
            <source>{count} minutes</source>
            <translation>{count} minutos</translation>
        </message>
        <message>
            <source>{count} minutes ahead</source>
            <translation>{count} minutos de adelanto</translation>
        </message>
        <message>
            <source>{count} minutes behind</source>
            <translation>{count} minutos de retraso</translation>
        </message>
        <message>
            <source>{count} more are on the start page.</source>
            <translation>Hay {count} más en la página de inicio.</translation>
        </message>
        <message>
            <source>{count} of your templates are in use.</source>
            <translation>Se usan {count} de sus plantillas.</translation>
        </message>
        <message>
            <source>{count} of {limit}</source>
            <translation>{count} de {limit}</translation>
        </message>
        <message>
            <source>{count} of {most} characters</source>
            <translation>{count} de {most} caracteres</translation>
        </message>
        <message>
            <source>{count} of {most} characters allowed.</source>
            <translation>{count} de {most} caracteres permitidos.</translation>
        </message>
        <message>
            <source>{count} partner kits are ready</source>
            <translation>{count} kits para organizaciones aliadas están listos</translation>
        </message>
        <message>
            <source>{count} partner kits have not been made yet.</source>
            <translation>Faltan {count} kits para organizaciones aliadas.</translation>
        </message>
        <message>
            <source>{count} partners were given.</source>
            <translation>Se indicaron {count} aliados.</translation>
        </message>
        <message>
            <source>{count} photos are not placed yet. Put them in the kit…</source>
            <translation>{count} fotos aún no tienen lugar. Ponerlas en el kit…</translation>
        </message>
        <message>
            <source>{count} photos were given.</source>
            <translation>Se indicaron {count} fotos.</translation>
        </message>
        <message>
            <source>{count} pictures of people are not included in these kits.</source>
            <translation>{count} imágenes de personas no se incluyen en estos kits.</translation>
        </message>
        <message>
            <source>{count} pieces</source>
            <translation>{count} piezas</translation>
        </message>
        <message>
            <source>{count} seconds</source>
            <translation>{count} segundos</translation>
        </message>
        <message>
            <source>{count} to check</source>
            <translation>{count} por revisar</translation>
        </message>
        <message>
            <source>{count} to fix</source>
            <translation>{count} por corregir</translation>
        </message>
        <message>
            <source>{count} words</source>
            <translation>{count} palabras</translation>
        </message>
        <message>
            <source>{day} in week {n}</source>
            <translation>{day} en la semana {n}</translation>
        </message>
        <message>
            <source>{day} is not a day.</source>
            <translation>{day} no es una fecha.</translation>
        </message>
        <message>
            <source>{day}, {time}</source>
            <translation>{day}, {time}</translation>
        </message>
        <message>
            <source>{day}, {time}: show it in the calendar</source>
            <translation>{day}, {time}: mostrarla en el calendario</translation>
        </message>
        <message>
            <source>{day}. Outside this month.</source>
            <translation>{day}. Fuera de este mes.</translation>
        </message>
        <message>
            <source>{deck}, slide {number}</source>
            <translation>{deck}, diapositiva {number}</translation>
        </message>
        <message>
            <source>{design}, logo left</source>
            <translation>{design}, logotipo a la izquierda</translation>
        </message>
        <message>
            <source>{design}, logo right</source>
            <translation>{design}, logotipo a la derecha</translation>
        </message>
        <message>
            <source>{design}, no logo</source>
            <translation>{design}, sin logotipo</translation>
        </message>
        <message>
            <source>{done} of {all} kits. {label} If you stop, finished kits are kept and you can continue later.</source>
            <translation>{done} de {all} kits. {label} Si lo detiene, los kits terminados se conservan y puede continuar después.</translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{done} de {total}</translation>
        </message>
        <message>
            <source>{done} of {total} pages drawn</source>
            <translation>{done} de {total} páginas dibujadas</translation>
        </message>
        <message>
            <source>{done} of {total} – </source>
            <translation>{done} de {total} – </translation>
        </message>
        <message>
            <source>{family} has one weight here, so nothing is bold in its text.</source>
            <translation>{family} tiene aquí un solo grosor, por lo que nada va en negrita en su texto.</translation>
        </message>
        <message>
            <source>{family} may be embedded for viewing and printing, so fields to fill in use another font.</source>
            <translation>{family} se puede incrustar para ver e imprimir, por lo que los campos para llenar usan otra fuente.</translation>
        </message>
        <message>
            <source>{family}, {style}</source>
            <translation>{family}, {style}</translation>
        </message>
        <message>
            <source>{family}/ has no pages of the size {canvas}{near}</source>
            <translation>{family}/ no tiene páginas del tamaño {canvas}{near}</translation>
        </message>
        <message>
            <source>{field} {number}</source>
            <translation>{field} {number}</translation>
        </message>
        <message>
            <source>{files} and a list to review, {size}, {time}</source>
            <translation>{files} y una lista de lo que hay que revisar, {size}, {time}</translation>
        </message>
        <message>
            <source>{files}, {size}, {time}</source>
            <translation>{files}, {size}, {time}</translation>
        </message>
        <message>
            <source>{file} already has the id {id}.</source>
            <translation>{file} ya tiene el id {id}.</translation>
        </message>
        <message>
            <source>{file} and {count} more files</source>
            <translation>{file} y {count} archivos más</translation>
        </message>
        <message>
            <source>{file} and {other}</source>
            <translation>{file} y {other}</translation>
        </message>
        <message>
            <source>{file} line {line}: Boxes are nested too deeply.</source>
            <translation>{file} línea {line}: Las cajas están anidadas a demasiada profundidad.</translation>
        </message>
        <message>
            <source>{file} line {line}: The page has more than {most} boxes.</source>
            <translation>{file} línea {line}: La página tiene más de {most} cajas.</translation>
        </message>
        <message>
            <source>{file} line {line}: {name}="{value}" {wrong}.</source>
            <translation>{file} línea {line}: {name}="{value}" {wrong}.</translation>
        </message>
        <message>
            <source>{first} and {second}</source>
            <translation>{first} y {second}</translation>
        </message>
        <message>
            <source>{folder} is not a kit: it has no {manifest}.</source>
            <translation>{folder} no es un kit: no tiene {manifest}.</translation>
        </message>
        <message>
            <source>{ground}, on a panel</source>
            <translation>{ground}, sobre un panel</translation>
        </message>
        <message>
            <source>{id} does not have {fields} everywhere.</source>
            <translation>{id} no tiene {fields} en todas partes.</translation>
        </message>
        <message>
            <source>{id} leaves out {fields}, which the page of its base shows.</source>
            <translation>{id} omite {fields}, que la página de su base muestra.</translation>
        </message>
        <message>
            <source>{key} is more than {most} points.</source>
            <translation>{key} tiene más de {most} puntos.</translation>
        </message>
        <message>
            <source>{key} must be above 0.</source>
            <translation>{key} debe ser mayor que 0.</translation>
        </message>
        <message>
            <source>{key}="{value}" {wrong}{near}</source>
            <translation>{key}="{value}" {wrong}{near}</translation>
        </message>
        <message>
            <source>{kinds}: {stock}.</source>
            <translation>{kinds}: {stock}.</translation>
        </message>
        <message>
            <source>{kit}, {what}</source>
            <translation>{kit}, {what}</translation>
        </message>
        <message>
            <source>{language}: this campaign has no texts in it</source>
            <translation>{language}: esta campaña no tiene textos en este idioma</translation>
        </message>
        <message>
            <source>{logo} is not a file on this computer.</source>
            <translation>{logo} no es un archivo de esta computadora.</translation>
        </message>
        <message>
            <source>{made} of {count} kits already exist.</source>
            <translation>{made} de {count} kits ya existen.</translation>
        </message>
        <message>
            <source>{match} is over.</source>
            <translation>{match} ya pasó.</translation>
        </message>
        <message>
            <source>{medium} has one size only.</source>
            <translation>{medium} tiene un solo tamaño.</translation>
        </message>
        <message>
            <source>{month} {first}</source>
            <translation>{first} {month}</translation>
        </message>
        <message>
            <source>{month} {first} – {last_month} {last}</source>
            <translation>{first} {month} – {last} {last_month}</translation>
        </message>
        <message>
            <source>{month} {first}–{last}</source>
            <translation>{first}–{last} {month}</translation>
        </message>
        <message>
            <source>{month} {year}</source>
            <translation>{month} {year}</translation>
        </message>
        <message>
            <source>{month} – {who} – HTPM Studio</source>
            <translation>{month} – {who} – HTPM Studio</translation>
        </message>
        <message>
            <source>{month}, week {week}</source>
            <translation>{month}, semana {week}</translation>
        </message>
        <message>
            <source>{month}, {who}</source>
            <translation>{month}, {who}</translation>
        </message>
        <message>
            <source>{names} and {rest} more</source>
            <translation>{names} y {rest} más</translation>
        </message>
        <message>
            <source>{names} belong to {year} and were left out.</source>
            <translation>Se omitieron {names}: son de {year}.</translation>
        </message>
        <message>
            <source>{names} belongs to {year} and was left out.</source>
            <translation>Se omitió {names}: es de {year}.</translation>
        </message>
        <message>
            <source>{name} cannot be changed where it is. Your changes here are saved as a copy.</source>
            <translation>{name} no se puede cambiar donde está. Sus cambios se guardan como copia.</translation>
        </message>
        <message>
            <source>{name} cannot be drawn.</source>
            <translation>{name} no se puede dibujar.</translation>
        </message>
        <message>
            <source>{name} cannot be read ({reason}).</source>
            <translation>{name} no se puede leer ({reason}).</translation>
        </message>
        <message>
            <source>{name} cannot be read: {reason}.</source>
            <translation>No se puede leer {name}: {reason}.</translation>
        </message>
        <message>
            <source>{name} cannot be the id of a page size.</source>
            <translation>{name} no puede ser el id de un tamaño de página.</translation>
        </message>
        <message>
            <source>{name} cannot be the name of a family.</source>
            <translation>{name} no puede ser el nombre de una familia.</translation>
        </message>
        <message>
            <source>{name} cannot be the name of a piece.</source>
            <translation>{name} no puede ser el nombre de una pieza.</translation>
        </message>
        <message>
            <source>{name} cannot be used here.</source>
            <translation>{name} no se puede usar aquí.</translation>
        </message>
        <message>
            <source>{name} cannot name a slide.</source>
            <translation>{name} no puede ser el nombre de una diapositiva.</translation>
        </message>
        <message>
            <source>{name} color</source>
            <translation>Color: {name}</translation>
        </message>
        <message>
            <source>{name} color, hex</source>
            <translation>Color {name}, hexadecimal</translation>
        </message>
        <message>
            <source>{name} contains a part that is too large.</source>
            <translation>{name} contiene una parte demasiado grande.</translation>
        </message>
        <message>
            <source>{name} contains a script ({key}), which is not allowed.</source>
            <translation>{name} contiene un script ({key}), que no se permite.</translation>
        </message>
        <message>
            <source>{name} contains a script, which is not allowed.</source>
            <translation>{name} contiene un script, que no se permite.</translation>
        </message>
        <message>
            <source>{name} contains much more than a toolkit.</source>
            <translation>{name} contiene mucho más que un kit de materiales.</translation>
        </message>
        <message>
            <source>{name} contains pictures of pages, not text.</source>
            <translation>{name} contiene imágenes de páginas, no texto.</translation>
        </message>
        <message>
            <source>{name} contains something that PowerPoint never writes.</source>
            <translation>{name} contiene algo que PowerPoint nunca escribe.</translation>
        </message>
        <message>
            <source>{name} contains something that Word never writes.</source>
            <translation>{name} contiene algo que Word nunca escribe.</translation>
        </message>
        <message>
            <source>{name} contains text that needs a font.</source>
            <translation>{name} contiene texto que necesita una fuente.</translation>
        </message>
        <message>
            <source>{name} contains too many files to be a project.</source>
            <translation>{name} contiene demasiados archivos para ser un proyecto.</translation>
        </message>
        <message>
            <source>{name} contains too many parts to be a presentation.</source>
            <translation>{name} contiene demasiadas partes para ser una presentación.</translation>
        </message>
        <message>
            <source>{name} contains {what}, which is not allowed.</source>
            <translation>{name} contiene {what}, que no se permite.</translation>
        </message>
        <message>
            <source>{name} could not be opened</source>
            <translation>{name} no se pudo abrir</translation>
        </message>
        <message>
            <source>{name} could not be saved ({reason}).</source>
            <translation>No se pudo guardar {name} ({reason}).</translation>
        </message>
        <message>
            <source>{name} could not be written ({reason}).</source>
            <translation>No se pudo escribir {name} ({reason}).</translation>
        </message>
        <message>
            <source>{name} could not be written: {reason}.</source>
            <translation>No se pudo escribir {name}: {reason}.</translation>
        </message>
        <message>
            <source>{name} declares XML entities, which are not allowed.</source>
            <translation>{name} declara entidades XML, que no se permiten.</translation>
        </message>
        <message>
            <source>{name} does not contain any text.</source>
            <translation>{name} no contiene texto.</translation>
        </message>
        <message>
            <source>{name} does not list any organizations.</source>
            <translation>{name} no incluye ninguna organización.</translation>
        </message>
        <message>
            <source>{name} does not say for which year it is.</source>
            <translation>{name} no dice para qué año es.</translation>
        </message>
        <message>
            <source>{name} does not say how large its drawing is.</source>
            <translation>{name} no dice qué tamaño tiene su dibujo.</translation>
        </message>
        <message>
            <source>{name} does not say how large its slides are.</source>
            <translation>{name} no dice qué tamaño tienen sus diapositivas.</translation>
        </message>
        <message>
            <source>{name} does not take all the words of {other}.</source>
            <translation>{name} no lleva todos los textos de {other}.</translation>
        </message>
        <message>
            <source>{name} draws nothing.</source>
            <translation>{name} no dibuja nada.</translation>
        </message>
        <message>
            <source>{name} has 1 row.</source>
            <translation>{name} tiene 1 fila.</translation>
        </message>
        <message>
            <source>{name} has a base of its own.</source>
            <translation>{name} tiene una base propia.</translation>
        </message>
        <message>
            <source>{name} has a name of more than {most} letters.</source>
            <translation>{name} tiene un nombre de más de {most} letras.</translation>
        </message>
        <message>
            <source>{name} has a quotation mark (") that nothing closes.</source>
            <translation>{name} tiene una comilla (") que no se cierra.</translation>
        </message>
        <message>
            <source>{name} has a style sheet that loads or hides something.</source>
            <translation>{name} tiene una hoja de estilo que carga u oculta algo.</translation>
        </message>
        <message>
            <source>{name} has an embedded picture that is damaged.</source>
            <translation>{name} tiene una imagen incrustada dañada.</translation>
        </message>
        <message>
            <source>{name} has an embedded picture that is neither PNG nor JPEG.</source>
            <translation>{name} tiene una imagen incrustada que no es PNG ni JPEG.</translation>
        </message>
        <message>
            <source>{name} has an unusable size of {width} x {height}.</source>
            <translation>{name} tiene un tamaño inservible de {width} x {height}.</translation>
        </message>
        <message>
            <source>{name} has coordinates beyond {max_number}.</source>
            <translation>{name} tiene coordenadas más allá de {max_number}.</translation>
        </message>
        <message>
            <source>{name} has invalid numbers.</source>
            <translation>{name} tiene números no válidos.</translation>
        </message>
        <message>
            <source>{name} has more than {max_images} embedded pictures.</source>
            <translation>{name} tiene más de {max_images} imágenes incrustadas.</translation>
        </message>
        <message>
            <source>{name} has more than {max_rows} rows.</source>
            <translation>{name} tiene más de {max_rows} filas.</translation>
        </message>
        <message>
            <source>{name} has more than {max_rules} style rules.</source>
            <translation>{name} tiene más de {max_rules} reglas de estilo.</translation>
        </message>
        <message>
            <source>{name} has more than {most} names.</source>
            <translation>{name} tiene más de {most} nombres.</translation>
        </message>
        <message>
            <source>{name} has no names.</source>
            <translation>{name} no tiene nombres.</translation>
        </message>
        <message>
            <source>{name} has no outlines of letters.</source>
            <translation>{name} no tiene contornos de letras.</translation>
        </message>
        <message>
            <source>{name} has no slide master.</source>
            <translation>{name} no tiene un patrón de diapositivas.</translation>
        </message>
        <message>
            <source>{name} has no week with content.</source>
            <translation>{name} no tiene ninguna semana con contenido.</translation>
        </message>
        <message>
            <source>{name} has parts far outside its page.</source>
            <translation>{name} tiene partes muy fuera de su página.</translation>
        </message>
        <message>
            <source>{name} has style sheets that are too long.</source>
            <translation>{name} tiene hojas de estilo demasiado largas.</translation>
        </message>
        <message>
            <source>{name} has the style rule "{selector}", which is not supported.</source>
            <translation>{name} tiene la regla de estilo “{selector}”, que no se entiende.</translation>
        </message>
        <message>
            <source>{name} has too many style rules for its many parts.</source>
            <translation>{name} tiene demasiadas reglas de estilo para tantas partes.</translation>
        </message>
        <message>
            <source>{name} has {count} pages.</source>
            <translation>{name} tiene {count} páginas.</translation>
        </message>
        <message>
            <source>{name} has {count} rows.</source>
            <translation>{name} tiene {count} filas.</translation>
        </message>
        <message>
            <source>{name} has {width} x {height} pixels, more than can be used here.</source>
            <translation>{name} tiene {width} x {height} píxeles, más de los que se pueden usar aquí.</translation>
        </message>
        <message>
            <source>{name} is a Rich Text document (.rtf).</source>
            <translation>{name} es un documento de texto enriquecido (.rtf).</translation>
        </message>
        <message>
            <source>{name} is a collection of several fonts.</source>
            <translation>{name} es una colección de varias fuentes.</translation>
        </message>
        <message>
            <source>{name} is a drawing, not a photo.</source>
            <translation>{name} es un dibujo, no una foto.</translation>
        </message>
        <message>
            <source>{name} is a federal holiday: federal offices are closed.</source>
            <translation>{name} es feriado federal: las oficinas federales están cerradas.</translation>
        </message>
        <message>
            <source>{name} is a file of two pieces.</source>
            <translation>{name} es un archivo de dos piezas.</translation>
        </message>
        <message>
            <source>{name} is a folder.</source>
            <translation>{name} es una carpeta.</translation>
        </message>
        <message>
            <source>{name} is a page of two pieces.</source>
            <translation>{name} es una página de dos piezas.</translation>
        </message>
        <message>
            <source>{name} is a shape, so a size of another shape cannot have it as id.</source>
            <translation>{name} es una forma; un tamaño de otra forma no puede llevarla como id.</translation>
        </message>
        <message>
            <source>{name} is a web page (HTML).</source>
            <translation>{name} es una página web (HTML).</translation>
        </message>
        <message>
            <source>{name} is a workbook, not CSV.</source>
            <translation>{name} es un libro de Excel, no CSV.</translation>
        </message>
        <message>
            <source>{name} is already in the list, in line {line}.</source>
            <translation>{name} ya está en la lista, en la línea {line}.</translation>
        </message>
        <message>
            <source>{name} is already in the list.</source>
            <translation>{name} ya está en la lista.</translation>
        </message>
        <message>
            <source>{name} is damaged or incomplete.</source>
            <translation>{name} está dañado o incompleto.</translation>
        </message>
        <message>
            <source>{name} is damaged, or is not a PDF.</source>
            <translation>{name} está dañado o no es un PDF.</translation>
        </message>
        <message>
            <source>{name} is damaged, or is not a Word document.</source>
            <translation>{name} está dañado o no es un documento de Word.</translation>
        </message>
        <message>
            <source>{name} is damaged, or is not a workbook that can be read.</source>
            <translation>{name} está dañado o no es un libro que se pueda leer.</translation>
        </message>
        <message>
            <source>{name} is damaged, or not a usable font.</source>
            <translation>{name} está dañado o no es una fuente utilizable.</translation>
        </message>
        <message>
            <source>{name} is damaged, or takes much more memory or time than a font should.</source>
            <translation>{name} está dañado, o necesita mucha más memoria o tiempo del que debería una fuente.</translation>
        </message>
        <message>
            <source>{name} is damaged, or takes much more memory or time than a toolkit should.</source>
            <translation>{name} está dañado o requiere mucha más memoria o tiempo de lo que debería un kit de materiales.</translation>
        </message>
        <message>
            <source>{name} is damaged.</source>
            <translation>{name} está dañado.</translation>
        </message>
        <message>
            <source>{name} is damaged: it cannot be brought from version {value} to {number}.</source>
            <translation>{name} está dañado: no se puede pasar de la versión {value} a la {number}.</translation>
        </message>
        <message>
            <source>{name} is damaged: it has no usable version number.</source>
            <translation>{name} está dañado: no tiene un número de versión válido.</translation>
        </message>
        <message>
            <source>{name} is damaged: its {document} breaks off at line {line}, column {column}.</source>
            <translation>{name} está dañado: su {document} se corta en la línea {line}, columna {column}.</translation>
        </message>
        <message>
            <source>{name} is damaged: its {document} cannot be read.</source>
            <translation>{name} está dañado: no se puede leer su {document}.</translation>
        </message>
        <message>
            <source>{name} is empty.</source>
            <translation>{name} está vacío.</translation>
        </message>
        <message>
            <source>{name} is in a language in which no kits are made.</source>
            <translation>{name} está en un idioma en el que no se hacen kits.</translation>
        </message>
        <message>
            <source>{name} is in two rows.</source>
            <translation>{name} está en dos filas.</translation>
        </message>
        <message>
            <source>{name} is in your templates folder. Change it in a text editor, save it and come back here.</source>
            <translation>{name} está en su carpeta de plantillas. Cámbielo en un editor de texto, guárdelo y vuelva aquí.</translation>
        </message>
        <message>
            <source>{name} is in {month}: choose days of that month.</source>
            <translation>{name} es en {month}: elija días de ese mes.</translation>
        </message>
        <message>
            <source>{name} is larger than 10 MB.</source>
            <translation>{name} supera los 10 MB.</translation>
        </message>
        <message>
            <source>{name} is larger than {most} MB.</source>
            <translation>{name} ocupa más de {most} MB.</translation>
        </message>
        <message>
            <source>{name} is locked with a password, or is a document in the old format (.doc).</source>
            <translation>{name} está protegido con contraseña o es un documento en el formato antiguo (.doc).</translation>
        </message>
        <message>
            <source>{name} is locked with a password, or is a presentation in the old format (.ppt).</source>
            <translation>{name} está protegido con contraseña o es una presentación en el formato antiguo (.ppt).</translation>
        </message>
        <message>
            <source>{name} is locked with a password, or is a workbook in the old format (.xls).</source>
            <translation>{name} está protegido con contraseña o es un libro en el formato antiguo (.xls).</translation>
        </message>
        <message>
            <source>{name} is locked with a password.</source>
            <translation>{name} está protegido con una contraseña.</translation>
        </message>
        <message>
            <source>{name} is missing in this language.</source>
            <translation>{name} falta en este idioma.</translation>
        </message>
        <message>
            <source>{name} is much longer than a toolkit.</source>
            <translation>{name} es mucho más largo que un kit de materiales.</translation>
        </message>
        <message>
            <source>{name} is no longer there.</source>
            <translation>{name} ya no está ahí.</translation>
        </message>
        <message>
            <source>{name} is no name of a language.</source>
            <translation>{name} no es el nombre de un idioma.</translation>
        </message>
        <message>
            <source>{name} is not a PowerPoint presentation.</source>
            <translation>{name} no es una presentación de PowerPoint.</translation>
        </message>
        <message>
            <source>{name} is not a Word document.</source>
            <translation>{name} no es un documento de Word.</translation>
        </message>
        <message>
            <source>{name} is not a complete SVG drawing.</source>
            <translation>{name} no es un dibujo SVG completo.</translation>
        </message>
        <message>
            <source>{name} is not a file.</source>
            <translation>{name} no es un archivo.</translation>
        </message>
        <message>
            <source>{name} is not a font file.</source>
            <translation>{name} no es un archivo de fuente.</translation>
        </message>
        <message>
            <source>{name} is not a ground{near}</source>
            <translation>{name} no es un fondo{near}</translation>
        </message>
        <message>
            <source>{name} is not a kind of document that can be read.</source>
            <translation>{name} no es un tipo de documento que se pueda leer.</translation>
        </message>
        <message>
            <source>{name} is not a picture that can be used.</source>
            <translation>{name} no es una imagen que se pueda usar.</translation>
        </message>
        <message>
            <source>{name} is not a picture that this program saved.</source>
            <translation>{name} no es una imagen guardada por este programa.</translation>
        </message>
        <message>
            <source>{name} is not a sheet of paper.</source>
            <translation>{name} no es una hoja de papel.</translation>
        </message>
        <message>
            <source>{name} is not a table: line {line_num} cannot be read.</source>
            <translation>{name} no es una tabla: la línea {line_num} no se puede leer.</translation>
        </message>
        <message>
            <source>{name} is not a text file.</source>
            <translation>{name} no es un archivo de texto.</translation>
        </message>
        <message>
            <source>{name} is not an HTPM Studio project.</source>
            <translation>{name} no es un proyecto de HTPM Studio.</translation>
        </message>
        <message>
            <source>{name} is not an SVG drawing.</source>
            <translation>{name} no es un dibujo SVG.</translation>
        </message>
        <message>
            <source>{name} is not in the form that HTPM Studio saves.</source>
            <translation>{name} no tiene la forma en que HTPM Studio guarda un kit.</translation>
        </message>
        <message>
            <source>{name} is not the built-in campaign’s toolkit. {question}</source>
            <translation>{name} no es el kit de materiales de la campaña incluida. {question}</translation>
        </message>
        <message>
            <source>{name} is nothing of the built-in campaign that this toolkit lacks.</source>
            <translation>{name} no es algo de la campaña incluida que falte en este kit de materiales.</translation>
        </message>
        <message>
            <source>{name} is open in another window. Choose another name.</source>
            <translation>{name} está abierto en otra ventana. Elija otro nombre.</translation>
        </message>
        <message>
            <source>{name} is open in another window. Your changes here are saved as a copy.</source>
            <translation>{name} está abierto en otra ventana. Sus cambios aquí se guardan como copia.</translation>
        </message>
        <message>
            <source>{name} is said by two pieces.</source>
            <translation>Dos piezas dicen {name}.</translation>
        </message>
        <message>
            <source>{name} is saved.</source>
            <translation>Se guardó {name}.</translation>
        </message>
        <message>
            <source>{name} is too complicated to be drawn on every piece.</source>
            <translation>{name} es demasiado complicado para dibujarlo en cada pieza.</translation>
        </message>
        <message>
            <source>{name} is too complicated: over {max_elements} parts, or nested too deep.</source>
            <translation>{name} es demasiado complicado: más de {max_elements} partes o anidado demasiado profundo.</translation>
        </message>
        <message>
            <source>{name} is too large for a list.</source>
            <translation>{name} es demasiado grande para una lista.</translation>
        </message>
        <message>
            <source>{name} is {what}, which cannot be used here.</source>
            <translation>{name} es {what}, que aquí no se puede usar.</translation>
        </message>
        <message>
            <source>{name} lacks letters that every text needs: {letters}</source>
            <translation>A {name} le faltan letras que todo texto necesita: {letters}</translation>
        </message>
        <message>
            <source>{name} must be a number.</source>
            <translation>{name} debe ser un número.</translation>
        </message>
        <message>
            <source>{name} not found</source>
            <translation>{name} no se encontró</translation>
        </message>
        <message>
            <source>{name} on the picture</source>
            <translation>{name} en la imagen</translation>
        </message>
        <message>
            <source>{name} refers to itself, or its references never end.</source>
            <translation>{name} se refiere a sí mismo o sus referencias no terminan.</translation>
        </message>
        <message>
            <source>{name} refers to something outside itself ("{target}").</source>
            <translation>{name} se refiere a algo fuera de sí mismo (“{target}”).</translation>
        </message>
        <message>
            <source>{name} shows nothing: all of it is transparent.</source>
            <translation>{name} no muestra nada: todo es transparente.</translation>
        </message>
        <message>
            <source>{name} uses XML entities, which are not allowed.</source>
            <translation>{name} usa entidades XML, que no se permiten.</translation>
        </message>
        <message>
            <source>{name} uses {effects}, which look different in print and on slides.</source>
            <translation>{name} usa {effects}, que se ven distintos en papel y en las diapositivas.</translation>
        </message>
        <message>
            <source>{name} uses {effect}, which looks different in print and on slides.</source>
            <translation>{name} usa {effect}, que se ve distinto en papel y en las diapositivas.</translation>
        </message>
        <message>
            <source>{name} was changed by another program.</source>
            <translation>Otro programa cambió {name}.</translation>
        </message>
        <message>
            <source>{name} was changed or opened elsewhere. Your changes here are saved as a copy.</source>
            <translation>{name} se cambió o se abrió en otro lugar. Sus cambios aquí se guardan como copia.</translation>
        </message>
        <message>
            <source>{name} was moved or removed while it was open. It was saved again in {folder}; the moved file is no longer updated.</source>
            <translation>{name} se movió o se eliminó mientras estaba abierto. Se guardó otra vez en {folder}; el archivo movido ya no se actualiza.</translation>
        </message>
        <message>
            <source>{name} was not found.</source>
            <translation>No se encontró {name}.</translation>
        </message>
        <message>
            <source>{name} was only partly opened: {problem}</source>
            <translation>{name} se abrió solo en parte: {problem}</translation>
        </message>
        <message>
            <source>{name} was opened by another window.</source>
            <translation>{name} se abrió en otra ventana.</translation>
        </message>
        <message>
            <source>{name} was written by {writer}; this is HTPM Studio {version}.</source>
            <translation>{name} se escribió con {writer}; este es HTPM Studio {version}.</translation>
        </message>
        <message>
            <source>{name} would unpack to much more than a kit contains.</source>
            <translation>{name} ocuparía al descomprimirse mucho más que un kit.</translation>
        </message>
        <message>
            <source>{name} {number} on the picture</source>
            <translation>{name} {number} en la imagen</translation>
        </message>
        <message>
            <source>{name}, {free} free</source>
            <translation>{name}, {free} libres</translation>
        </message>
        <message>
            <source>{name}, {year}. Posts: {post}, actions: {action}, resources: {resource}. Anything without a clear place is marked “Your call”.</source>
            <translation>{name}, {year}. Publicaciones: {post}, acciones: {action}, recursos: {resource}. Lo que no tiene un lugar claro está marcado como “Usted decide”.</translation>
        </message>
        <message>
            <source>{name}.xml is not a page of this piece.</source>
            <translation>{name}.xml no es una página de esta pieza.</translation>
        </message>
        <message>
            <source>{name}: all checked.</source>
            <translation>{name}: todo revisado.</translation>
        </message>
        <message>
            <source>{name}: back to the kit text</source>
            <translation>{name}: volver al texto del kit</translation>
        </message>
        <message>
            <source>{name}: {license}</source>
            <translation>{name}: {license}</translation>
        </message>
        <message>
            <source>{name}: {sentence}</source>
            <translation>{name}: {sentence}</translation>
        </message>
        <message>
            <source>{name}: {use}. Esc cancels.</source>
            <translation>{name}: {use}. Esc cancela.</translation>
        </message>
        <message>
            <source>{name}: “{text}” was left out. {reason}</source>
            <translation>{name}: “{text}” quedó fuera. {reason}</translation>
        </message>
        <message>
            <source>{network} uses the short text.</source>
            <translation>{network} usa el texto corto.</translation>
        </message>
        <message>
            <source>{network}: use the short one, {count}</source>
            <translation>{network}: usar la corta, {count}</translation>
        </message>
        <message>
            <source>{number} GB</source>
            <translation>{number} GB</translation>
        </message>
        <message>
            <source>{number} KB</source>
            <translation>{number} KB</translation>
        </message>
        <message>
            <source>{number} MB</source>
            <translation>{number} MB</translation>
        </message>
        <message>
            <source>{number} is not a telephone number.</source>
            <translation>{number} no es un número de teléfono.</translation>
        </message>
        <message>
            <source>{number} is not the hotline.</source>
            <translation>{number} no es la línea de ayuda.</translation>
        </message>
        <message>
            <source>{n} certificates, also in the next export. The names are never saved in the kit file.</source>
            <translation>{n} constancias, también en la próxima exportación. Los nombres nunca se guardan en el archivo del kit.</translation>
        </message>
        <message>
            <source>{n} characters too long for {network}.</source>
            <translation>Sobran {n} caracteres para {network}.</translation>
        </message>
        <message>
            <source>{n} copies</source>
            <translation>{n} copias</translation>
        </message>
        <message>
            <source>{n} dismissed. Review again</source>
            <translation>{n} descartados. Revisar de nuevo</translation>
        </message>
        <message>
            <source>{n} fixed.</source>
            <translation>{n} corregidos.</translation>
        </message>
        <message>
            <source>{n} kits are ready</source>
            <translation>{n} kits están listos</translation>
        </message>
        <message>
            <source>{n} more</source>
            <translation>{n} más</translation>
        </message>
        <message>
            <source>{n} of {most}</source>
            <translation>{n} de {most}</translation>
        </message>
        <message>
            <source>{n} of {m} posted</source>
            <translation>{n} de {m} publicadas</translation>
        </message>
        <message>
            <source>{n} posts use their short form where a network takes less.</source>
            <translation>{n} publicaciones usan su forma corta donde una red admite menos.</translation>
        </message>
        <message>
            <source>{n} reams of {stock} ({sheets})</source>
            <translation>{n} resmas de {stock} ({sheets})</translation>
        </message>
        <message>
            <source>{n} sheets were sent to the printer.</source>
            <translation>{n} hojas se enviaron a la impresora.</translation>
        </message>
        <message>
            <source>{n} to check</source>
            <translation>{n} por revisar</translation>
        </message>
        <message>
            <source>{n} to review, {fixed} fixed for you</source>
            <translation>{n} por revisar, {fixed} ya corregidos</translation>
        </message>
        <message>
            <source>{out} contains files that are not part of a campaign pack.</source>
            <translation>{out} contiene archivos que no son de un paquete de campaña.</translation>
        </message>
        <message>
            <source>{owner} does not name a year.</source>
            <translation>{owner} no nombra ningún año.</translation>
        </message>
        <message>
            <source>{owner} has no field {name}.</source>
            <translation>{owner} no tiene ningún campo {name}.</translation>
        </message>
        <message>
            <source>{owner} has {count} items, at most {most} fit.</source>
            <translation>{owner} tiene {count} elementos; caben {most} como máximo.</translation>
        </message>
        <message>
            <source>{owner} has {length} characters, {limit} fit.</source>
            <translation>{owner} tiene {length} caracteres; caben {limit}.</translation>
        </message>
        <message>
            <source>{owner} must be a list.</source>
            <translation>{owner} debe ser una lista.</translation>
        </message>
        <message>
            <source>{owner} must be a table.</source>
            <translation>{owner} debe ser una tabla.</translation>
        </message>
        <message>
            <source>{owner} must be text.</source>
            <translation>{owner} debe ser texto.</translation>
        </message>
        <message>
            <source>{owner} needs the field {name}.</source>
            <translation>{owner} necesita el campo {name}.</translation>
        </message>
        <message>
            <source>{owner}: each item must be {value}.</source>
            <translation>{owner}: cada elemento debe ser {value}.</translation>
        </message>
        <message>
            <source>{page} has rows, so its file has one page in one language.</source>
            <translation>{page} tiene filas, así que su archivo tiene una página en un idioma.</translation>
        </message>
        <message>
            <source>{page}.xml does not serve the size {size}.</source>
            <translation>{page}.xml no sirve para el tamaño {size}.</translation>
        </message>
        <message>
            <source>{page}.xml needs {field}, which nothing fills.</source>
            <translation>{page}.xml necesita {field}, que nada rellena.</translation>
        </message>
        <message>
            <source>{parent} is a file, not a folder.</source>
            <translation>{parent} es un archivo, no una carpeta.</translation>
        </message>
        <message>
            <source>{parts}.</source>
            <translation>{parts}.</translation>
        </message>
        <message>
            <source>{path} already exists.</source>
            <translation>{path} ya existe.</translation>
        </message>
        <message>
            <source>{path} cannot be used: {reason}.</source>
            <translation>No se puede usar {path}: {reason}.</translation>
        </message>
        <message>
            <source>{path} contains more than {max_files} files.</source>
            <translation>{path} contiene más de {max_files} archivos.</translation>
        </message>
        <message>
            <source>{path} could not be saved ({reason}).</source>
            <translation>No se pudo guardar {path} ({reason}).</translation>
        </message>
        <message>
            <source>{path} is damaged.</source>
            <translation>{path} está dañado.</translation>
        </message>
        <message>
            <source>{path} is not a campaign pack.</source>
            <translation>{path} no es un paquete de campaña.</translation>
        </message>
        <message>
            <source>{path} is not complete in any language.</source>
            <translation>{path} no está completo en ningún idioma.</translation>
        </message>
        <message>
            <source>{path} is not the list of a kit.</source>
            <translation>{path} no es la lista de un kit.</translation>
        </message>
        <message>
            <source>{percent} percent exported</source>
            <translation>{percent} por ciento exportado</translation>
        </message>
        <message>
            <source>{percent}%</source>
            <translation>{percent}%</translation>
        </message>
        <message>
            <source>{percent}%, fits every app</source>
            <translation>{percent}%, cabe en todas las aplicaciones</translation>
        </message>
        <message>
            <source>{percent}%, the largest that fits every app</source>
            <translation>{percent}%, el mayor que cabe en todas las aplicaciones</translation>
        </message>
        <message>
            <source>{pieces}, {paper}: order at a copy shop</source>
            <translation>{pieces}, {paper}: pedir en un centro de copiado</translation>
        </message>
        <message>
            <source>{piece} has it, too.</source>
            <translation>{piece} también lo tiene.</translation>
        </message>
        <message>
            <source>{piece} says it, too.</source>
            <translation>También lo dice {piece}.</translation>
        </message>
        <message>
            <source>{places} and {n} more</source>
            <translation>{places} y {n} más</translation>
        </message>
        <message>
            <source>{places} hashtags, two work best.</source>
            <translation>{places} hashtags; dos funcionan mejor.</translation>
        </message>
        <message>
            <source>{place}, {time} in all</source>
            <translation>{place}, {time} en total</translation>
        </message>
        <message>
            <source>{place}: your work is kept; the campaign has different text there.</source>
            <translation>{place}: su trabajo se conserva; la campaña tiene otro texto ahí.</translation>
        </message>
        <message>
            <source>{place}: your work is not in this kit because the campaign does not have this piece.</source>
            <translation>{place}: su trabajo no está en este kit, porque la campaña no tiene esta pieza.</translation>
        </message>
        <message>
            <source>{planned} planned, {waiting} waiting, {posted} posted</source>
            <translation>{planned} planeadas, {waiting} en espera, {posted} publicadas</translation>
        </message>
        <message>
            <source>{problem} Everything is saved on this computer.</source>
            <translation>{problem} Todo está guardado en esta computadora.</translation>
        </message>
        <message>
            <source>{problem} There is a safety copy from {day}, {time}.</source>
            <translation>{problem} Hay una copia de seguridad del {day}, {time}.</translation>
        </message>
        <message>
            <source>{ratio} : 1</source>
            <translation>{ratio} : 1</translation>
        </message>
        <message>
            <source>{ratio} : 1, large only</source>
            <translation>{ratio} : 1, solo en grande</translation>
        </message>
        <message>
            <source>{reason} The kit on this computer is complete.</source>
            <translation>{reason} El kit en esta computadora está completo.</translation>
        </message>
        <message>
            <source>{reason} “{name}” is in your pictures.</source>
            <translation>{reason} “{name}” está entre sus imágenes.</translation>
        </message>
        <message>
            <source>{reason}: another picture is used instead.</source>
            <translation>{reason}: en su lugar se usa otra imagen.</translation>
        </message>
        <message>
            <source>{reason}; a built-in picture is used instead. Ask again, or use another photo.</source>
            <translation>{reason}; en su lugar se usa una imagen incluida. Pida permiso de nuevo o use otra foto.</translation>
        </message>
        <message>
            <source>{room} with these pieces: {things}.</source>
            <translation>{room} con estas piezas: {things}.</translation>
        </message>
        <message>
            <source>{root} is a part of the kit.</source>
            <translation>{root} es parte del kit.</translation>
        </message>
        <message>
            <source>{rows} rows, {ready} ready</source>
            <translation>{rows} filas, {ready} listas</translation>
        </message>
        <message>
            <source>{row} {number}: {name}</source>
            <translation>{row} {number}: {name}</translation>
        </message>
        <message>
            <source>{said} is not used as the helpline: every piece of this campaign shows {shown}.</source>
            <translation>{said} no se usa como línea de ayuda: cada pieza de esta campaña muestra {shown}.</translation>
        </message>
        <message>
            <source>{section}, planned until {time}</source>
            <translation>{section}, previsto hasta {time}</translation>
        </message>
        <message>
            <source>{section}, {number} of {count}</source>
            <translation>{section}, {number} de {count}</translation>
        </message>
        <message>
            <source>{sheets} of {stock}: {kinds}</source>
            <translation>{sheets} de {stock}: {kinds}</translation>
        </message>
        <message>
            <source>{sheets} sheets</source>
            <translation>{sheets} hojas</translation>
        </message>
        <message>
            <source>{size} only</source>
            <translation>Solo {size}</translation>
        </message>
        <message>
            <source>{slides} slides, turns by itself</source>
            <translation>{slides} diapositivas, avanza sola</translation>
        </message>
        <message>
            <source>{slides} slides, {minutes} minutes</source>
            <translation>{slides} diapositivas, {minutes} minutos</translation>
        </message>
        <message>
            <source>{slug} is not usable in a file name.</source>
            <translation>{slug} no sirve en un nombre de archivo.</translation>
        </message>
        <message>
            <source>{suggest} would come first among the hashtags.</source>
            <translation>{suggest} iría primero entre los hashtags.</translation>
        </message>
        <message>
            <source>{tag} is not a hashtag.</source>
            <translation>{tag} no es un hashtag.</translation>
        </message>
        <message>
            <source>{target} is a file, not a folder.</source>
            <translation>{target} es un archivo, no una carpeta.</translation>
        </message>
        <message>
            <source>{text_number} is not the text number.</source>
            <translation>{text_number} no es el número para mensajes de texto.</translation>
        </message>
        <message>
            <source>{text} is almost the hotline's {kind}.</source>
            <translation>{text} es casi, pero no exactamente, {kind} de la línea de ayuda.</translation>
        </message>
        <message>
            <source>{text} is almost {right}, the number of {site}.</source>
            <translation>{text} es casi, pero no exactamente, {right}, el número de {site}.</translation>
        </message>
        <message>
            <source>{text} is where readers look for the hotline's {kind}, and is another one.</source>
            <translation>{text} está donde quien lee busca {kind} de la línea de ayuda, y es otro dato.</translation>
        </message>
        <message>
            <source>{title}</source>
            <translation>{title}</translation>
        </message>
        <message>
            <source>{title} ({forms})</source>
            <translation>{title} ({forms})</translation>
        </message>
        <message>
            <source>{title} is not available in the language {short}.</source>
            <translation>{title} no está disponible en el idioma {short}.</translation>
        </message>
        <message>
            <source>{title}, slide {n}</source>
            <translation>{title}, diapositiva {n}</translation>
        </message>
        <message>
            <source>{title}, {files} ({kinds})</source>
            <translation>{title}, {files} ({kinds})</translation>
        </message>
        <message>
            <source>{title}, {network}</source>
            <translation>{title}, {network}</translation>
        </message>
        <message>
            <source>{title}: not in this campaign pack yet</source>
            <translation>{title}: aún no está en este paquete de campaña</translation>
        </message>
        <message>
            <source>{title}: {sentence}</source>
            <translation>{title}: {sentence}</translation>
        </message>
        <message>
            <source>{title}: {sentence} The kit’s own words were used.</source>
            <translation>{title}: {sentence} Se usaron las palabras propias del kit.</translation>
        </message>
        <message>
            <source>{title}: {words}</source>
            <translation>{title}: {words}</translation>
        </message>
        <message>
            <source>{took} of {planned} minutes.</source>
            <translation>{took} de {planned} minutos.</translation>
        </message>
        <message>
            <source>{tty} is not the TTY number.</source>
            <translation>{tty} no es el número TTY.</translation>
        </message>
        <message>
            <source>{url} is not a usable address.</source>
            <translation>{url} no es una dirección que se pueda usar.</translation>
        </message>
        <message>
            <source>{url} is not a web address.</source>
            <translation>{url} no es una dirección web.</translation>
        </message>
        <message>
            <source>{used} of {count} layouts are used.</source>
            <translation>Se usan {used} de {count} diseños de diapositiva.</translation>
        </message>
        <message>
            <source>{value} is not the address of a resource of this pack.</source>
            <translation>{value} no es la dirección de un recurso de este paquete.</translation>
        </message>
        <message>
            <source>{value} is not the name of a site.</source>
            <translation>{value} no es el nombre de un sitio.</translation>
        </message>
        <message>
            <source>{value} million</source>
            <translation>{value} millones</translation>
        </message>
        <message>
            <source>{week}, changed here</source>
            <translation>{week}, con cambios aquí</translation>
        </message>
        <message>
            <source>{what} back to the kit version</source>
            <translation>{what}: volver a la versión del kit</translation>
        </message>
        <message>
            <source>{what} cannot be used: {reason}</source>
            <translation>{what} no se puede usar: {reason}</translation>
        </message>
        <message>
            <source>{what} cannot be {raw}.</source>
            <translation>{what} no puede ser {raw}.</translation>
        </message>
        <message>
            <source>{what} has 1 mistake:</source>
            <translation>{what} tiene 1 error:</translation>
        </message>
        <message>
            <source>{what} has characters that cannot be shown.</source>
            <translation>{what} tiene caracteres que no se pueden mostrar.</translation>
        </message>
        <message>
            <source>{what} has more than {most} texts.</source>
            <translation>{what} tiene más de {most} textos.</translation>
        </message>
        <message>
            <source>{what} has {count} entries, more than {most}.</source>
            <translation>{what} tiene {count} entradas, más de {most}.</translation>
        </message>
        <message>
            <source>{what} has {count} mistakes:</source>
            <translation>{what} tiene {count} errores:</translation>
        </message>
        <message>
            <source>{what} is empty.</source>
            <translation>{what} está vacío.</translation>
        </message>
        <message>
            <source>{what} is in the kit again.</source>
            <translation>De nuevo en el kit: {what}.</translation>
        </message>
        <message>
            <source>{what} is longer than {most} characters.</source>
            <translation>{what} tiene más de {most} caracteres.</translation>
        </message>
        <message>
            <source>{what} is missing.</source>
            <translation>Falta {what}.</translation>
        </message>
        <message>
            <source>{what} must be {names}, not {raw}.</source>
            <translation>{what} debe ser {names}, no {raw}.</translation>
        </message>
        <message>
            <source>{what}, {weeks}</source>
            <translation>{what}, {weeks}</translation>
        </message>
        <message>
            <source>{what}: {where}</source>
            <translation>{what}: {where}</translation>
        </message>
        <message>
            <source>{where}: {message}</source>
            <translation>{where}: {message}</translation>
        </message>
        <message>
            <source>{who}, {year}. Pictures: {pictures}, own texts and choices: {edits}.</source>
            <translation>{who}, {year}. Imágenes: {pictures}, textos propios y elecciones: {edits}.</translation>
        </message>
        <message>
            <source>{wide} x {high} pixels are too few. A drawing is used instead.</source>
            <translation>{wide} x {high} píxeles son muy pocos. En su lugar se usa un dibujo.</translation>
        </message>
        <message>
            <source>{wide} × {high}, one flat color: it appears only where you put it</source>
            <translation>{wide} × {high}, un solo color liso: aparece solo donde usted la pone</translation>
        </message>
        <message>
            <source>{wide} × {high}, sharp on a full page</source>
            <translation>{wide} × {high}, nítida a página completa</translation>
        </message>
        <message>
            <source>{wide} × {high}, soft on a full page</source>
            <translation>{wide} × {high}, borrosa a página completa</translation>
        </message>
        <message>
            <source>{wide} × {high}, too small: another picture is used instead</source>
            <translation>{wide} × {high}, demasiado pequeña: en su lugar se usa otra imagen</translation>
        </message>
        <message>
            <source>{words}

Not on it: {left}</source>
            <translation>{words}

No está en él: {left}</translation>
        </message>
        <message>
            <source>{words} Anything that shows it is left out.</source>
            <translation>{words} Lo que lo muestra queda fuera.</translation>
        </message>
        <message>
            <source>{words} Name, place and age together point to one person.</source>
            <translation>{words} Nombre, lugar y edad juntos señalan a una persona.</translation>
        </message>
        <message>
            <source>{words} The same applies to {count} more.</source>
            <translation>{words} Lo mismo pasa con {count} más.</translation>
        </message>
        <message>
            <source>{words} The same in 1 more kit.</source>
            <translation>{words} Lo mismo en 1 kit más.</translation>
        </message>
        <message>
            <source>{words} The same in {n} more kits.</source>
            <translation>{words} Lo mismo en {n} kits más.</translation>
        </message>
        <message>
            <source>{words} This piece is left out until it is restored.</source>
            <translation>{words} Esta pieza queda fuera hasta que se restablezca.</translation>
        </message>
        <message>
            <source>{words}, {time}</source>
            <translation>{words}, {time}</translation>
        </message>
        <message>
            <source>{year} cannot be the year of a source.</source>
            <translation>{year} no puede ser el año de una fuente.</translation>
        </message>
        <message>
            <source>“Actual size” or “100%” in the window of the printer.</source>
            <translation>“Tamaño real” o “100%” en la ventana de impresión.</translation>
        </message>
        <message>
            <source>“{command}” uses these keys now and would lose them.</source>
            <translation>“{command}” tiene ahora estas teclas y las perdería.</translation>
        </message>
        <message>
            <source>“{letter}” is no letter of a plain text message.</source>
            <translation>“{letter}” no es un carácter de un mensaje de texto simple.</translation>
        </message>
        <message>
            <source>“{line}” appears only in the picture.</source>
            <translation>“{line}” aparece solo en la imagen.</translation>
        </message>
        <message>
            <source>“{match}” cannot be dialed on every phone. Write {suggest}.</source>
            <translation>“{match}” no se puede marcar en todos los teléfonos. Escriba {suggest}.</translation>
        </message>
        <message>
            <source>“{match}” is a claim that research does not support. Leave it out.</source>
            <translation>“{match}” es una afirmación que la investigación no respalda. Omítala.</translation>
        </message>
        <message>
            <source>“{match}” is almost the hotline, but not quite. It is {suggest}.</source>
            <translation>“{match}” es casi la línea de ayuda, pero no del todo. Es {suggest}.</translation>
        </message>
        <message>
            <source>“{match}” is hard to read aloud. Begin each word with a capital.</source>
            <translation>“{match}” es difícil de leer en voz alta. Empiece cada palabra con mayúscula.</translation>
        </message>
        <message>
            <source>“{match}” is not explained where it first appears. Add {suggest}.</source>
            <translation>“{match}” no se explica donde aparece por primera vez. Agregue {suggest}.</translation>
        </message>
        <message>
            <source>“{match}” is not the legal definition. Say “{suggest}”.</source>
            <translation>“{match}” no es la definición legal. Diga “{suggest}”.</translation>
        </message>
        <message>
            <source>“{match}” needs its source and year.</source>
            <translation>“{match}” necesita su fuente y su año.</translation>
        </message>
        <message>
            <source>“{match}” tells somebody’s story. Name {suggest}.</source>
            <translation>“{match}” cuenta la historia de alguien. Nombre {suggest}.</translation>
        </message>
        <message>
            <source>“{match}” {places} aims at shock. Say {suggest}.</source>
            <translation>“{match}” {places} busca impactar. Diga {suggest}.</translation>
        </message>
        <message>
            <source>“{match}” {places} hides where it leads. Print {suggest}.</source>
            <translation>“{match}” {places} esconde adónde lleva. Escriba {suggest}.</translation>
        </message>
        <message>
            <source>“{match}” {places} in a picture’s words: a stereotype. Choose {suggest}.</source>
            <translation>“{match}” {places} en las palabras de una imagen: un estereotipo. Elija {suggest}.</translation>
        </message>
        <message>
            <source>“{match}” {places} in a picture’s words: show no bondage. Choose {suggest}.</source>
            <translation>“{match}” {places} en las palabras de una imagen: no muestre ataduras. Elija {suggest}.</translation>
        </message>
        <message>
            <source>“{match}” {places} in a picture’s words: show no harm. Choose {suggest}.</source>
            <translation>“{match}” {places} en las palabras de una imagen: no muestre daño. Elija {suggest}.</translation>
        </message>
        <message>
            <source>“{match}” {places} in a picture’s words: show nothing sexual. Choose {suggest}.</source>
            <translation>“{match}” {places} en las palabras de una imagen: no muestre nada sexual. Elija {suggest}.</translation>
        </message>
        <message>
            <source>“{match}” {places} is a contested term. Say “{suggest}”.</source>
            <translation>“{match}” {places} es un término controvertido. Diga “{suggest}”.</translation>
        </message>
        <message>
            <source>“{match}” {places} is a figure of speech. Name {suggest}.</source>
            <translation>“{match}” {places} es una figura retórica. Nombre {suggest}.</translation>
        </message>
        <message>
            <source>“{match}” {places} is not another word for trafficking. Name both kinds: “{suggest}”.</source>
            <translation>“{match}” {places} no es sinónimo de trata. Nombre ambos tipos: “{suggest}”.</translation>
        </message>
        <message>
            <source>“{match}” {places} makes the helper the hero. “{suggest}” keeps the person first.</source>
            <translation>“{match}” {places} hace héroe a quien ayuda. “{suggest}” pone primero a la persona.</translation>
        </message>
        <message>
            <source>“{match}” {places} promises more than it can. Add “{suggest}”</source>
            <translation>“{match}” {places} promete más de lo que puede. Agregue “{suggest}”</translation>
        </message>
        <message>
            <source>“{match}” {places} reads as a count of people. Say {suggest}.</source>
            <translation>“{match}” {places} se entiende como un conteo de personas. Diga {suggest}.</translation>
        </message>
        <message>
            <source>“{match}” {places} sounds childish. Use {suggest}.</source>
            <translation>“{match}” {places} suena infantil. Use {suggest}.</translation>
        </message>
        <message>
            <source>“{match}” {places} speaks to a bystander, but this piece is for people at risk. Say “{suggest}”</source>
            <translation>“{match}” {places} habla a quien observa, pero este material es para personas en riesgo. Diga “{suggest}”</translation>
        </message>
        <message>
            <source>“{match}” {places} speaks to a person at risk, but this piece is for others. Write {suggest}.</source>
            <translation>“{match}” {places} habla a una persona en riesgo, pero este material es para otras. Escriba {suggest}.</translation>
        </message>
        <message>
            <source>“{match}” {places} tells a stranger story. Describe {suggest}.</source>
            <translation>“{match}” {places} cuenta la historia del desconocido. Describa {suggest}.</translation>
        </message>
        <message>
            <source>“{match}” {places} without its risk and an attorney. Say “{suggest}”</source>
            <translation>“{match}” {places} sin su riesgo ni un abogado. Diga “{suggest}”</translation>
        </message>
        <message>
            <source>“{match}” {places}, and nothing says to keep the messages. Say “{suggest}”.</source>
            <translation>“{match}” {places}, y nada dice que se guarden los mensajes. Diga “{suggest}”.</translation>
        </message>
        <message>
            <source>“{match}” {places}. A minor cannot consent. “{suggest}” says what happened.</source>
            <translation>“{match}” {places}. Un menor no puede dar su consentimiento. “{suggest}” dice lo que ocurrió.</translation>
        </message>
        <message>
            <source>“{match}” {places}. People have a voice: “{suggest}”.</source>
            <translation>“{match}” {places}. Las personas tienen voz: “{suggest}”.</translation>
        </message>
        <message>
            <source>“{match}” {places}. “{suggest}” puts the person first.</source>
            <translation>“{match}” {places}. “{suggest}” pone primero a la persona.</translation>
        </message>
        <message>
            <source>“{match}” {places}: in this field, a buyer pays for sex. Say {suggest}.</source>
            <translation>“{match}” {places}: en este campo, un comprador paga por sexo. Diga {suggest}.</translation>
        </message>
        <message>
            <source>“{name}” does not fit “{title}” ({size}) because the text around it needs the space. Shorten that text.</source>
            <translation>“{name}” no cabe en “{title}” ({size}) porque el texto de alrededor necesita el espacio. Acorte ese texto.</translation>
        </message>
        <message>
            <source>“{name}” does not fit “{title}” ({size}). Make it shorter.</source>
            <translation>“{name}” no cabe en “{title}” ({size}). Acórtelo.</translation>
        </message>
        <message>
            <source>“{name}” does not fit “{title}” ({size}). Use a short form of the name, or a logo.</source>
            <translation>“{name}” no cabe en “{title}” ({size}). Use una forma corta del nombre o un logotipo.</translation>
        </message>
        <message>
            <source>“{name}” does not fit “{title}” ({size}). Use a short form of the name.</source>
            <translation>“{name}” no cabe en “{title}” ({size}). Use una forma corta del nombre.</translation>
        </message>
        <message>
            <source>“{name}” does not fit. Use a short form of the name.</source>
            <translation>“{name}” no cabe. Use una forma corta del nombre.</translation>
        </message>
        <message>
            <source>“{name}” is already in the kit.</source>
            <translation>“{name}” ya está en el kit.</translation>
        </message>
        <message>
            <source>“{name}” is in {title} now.</source>
            <translation>“{name}” ya está en {title}.</translation>
        </message>
        <message>
            <source>“{name}” is left out of “{title}” ({size}) because there is no room. To include it, shorten it or the text around it.</source>
            <translation>“{name}” no se muestra en “{title}” ({size}) porque no hay espacio. Para incluirlo, acórtelo o acorte el texto de alrededor.</translation>
        </message>
        <message>
            <source>“{name}” is one flat color, or nearly so. It appears only in {title}.</source>
            <translation>“{name}” es de un solo color liso, o casi. Aparece solo en {title}.</translation>
        </message>
        <message>
            <source>“{name}” is one flat color, or nearly so. It appears only where you put it.</source>
            <translation>“{name}” es de un solo color liso, o casi. Aparece solo donde la ponga.</translation>
        </message>
        <message>
            <source>“{name}” is too full. {reason}</source>
            <translation>“{name}” está demasiado llena. {reason}</translation>
        </message>
        <message>
            <source>“{phone}” is not a phone number.</source>
            <translation>“{phone}” no es un número de teléfono.</translation>
        </message>
        <message>
            <source>“{text}” does not fit: {sizes}.</source>
            <translation>“{text}” no cabe: {sizes}.</translation>
        </message>
        <message>
            <source>“{text}” is left out for lack of room: {sizes}.</source>
            <translation>“{text}” no se muestra por falta de espacio: {sizes}.</translation>
        </message>
        <message>
            <source>“{text}” is left out in {sizes}.</source>
            <translation>“{text}” se omite en {sizes}.</translation>
        </message>
        <message>
            <source>“{title}” could not be made and was left out ({kind}).</source>
            <translation>No se pudo hacer “{title}” y se dejó fuera ({kind}).</translation>
        </message>
        <message>
            <source>“{title}” could not be made and was left out. {why}</source>
            <translation>No se pudo hacer “{title}” y se dejó fuera. {why}</translation>
        </message>
        <message>
            <source>“{title}” has a fixed date.</source>
            <translation>“{title}” tiene fecha fija.</translation>
        </message>
        <message>
            <source>“{title}” has more text than “{layout}” of the presentation can show. Make it shorter.</source>
            <translation>“{title}” tiene más texto del que cabe en “{layout}” de la presentación. Acórtelo.</translation>
        </message>
        <message>
            <source>“{title}” is locked.</source>
            <translation>“{title}” está bloqueado.</translation>
        </message>
        <message>
            <source>“{title}” is not posted yet</source>
            <translation>“{title}” aún no está publicada</translation>
        </message>
        <message>
            <source>“{title}” was left out. {sentence}</source>
            <translation>“{title}” no se incluyó. {sentence}</translation>
        </message>
        <message>
            <source>“{value}” is for {period}. A newer number was expected by {due}. Look at: {successor}.</source>
            <translation>“{value}” es de {period}. Se esperaba una cifra nueva para el {due}. Consulte: {successor}.</translation>
        </message>
    </context>
</TS>
