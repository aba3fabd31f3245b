"""The look of a web page, for screens, dark screens and paper."""

from __future__ import annotations

from htpm_studio.render.writing.web_font import FAMILY, font_rule, head_width
from htpm_studio.scene.writing import Writing

_SET_IN_HEAD = frozenset({"title", "head", "help", "number"})
_USUAL_WIDTH, _LARGEST, _LEAST = 0.54, 78, 50
_HEAD_SIZE = 54
"""The size of the first heading in pixels, in a face as wide as usual; in a narrow one it is larger."""


def style(writing: Writing) -> str:
    """The rules of the page, with the letters of its headlines."""
    look, inks = writing.web, writing.inks
    ground, on_ground = (look.ground, look.on_ground) if look else (inks.deep, inks.on_deep)
    faces, size, round_corner = "Georgia,serif", _HEAD_SIZE, "90px"
    rule = ""
    if look is not None:
        rule = font_rule(look.face, (block.text for block in writing.blocks if block.kind in _SET_IN_HEAD))
        own = look.face.family.replace('"', "").replace("<", "")
        faces = f"{FAMILY},{look.fallback}" if rule else f'"{own}",{look.fallback}'
        size = round(min(_LARGEST, max(_LEAST, _HEAD_SIZE * _USUAL_WIDTH / head_width(look.face))))
        round_corner = "0" if look.square else "90px"
    values = {
        "ink": inks.ink, "paper": inks.paper, "soft": inks.soft, "muted": inks.muted, "link": inks.link,
        "line": inks.line, "accent": inks.accent, "deep": inks.deep, "on-deep": inks.on_deep, "ground": ground,
        "on-ground": on_ground, "heads": faces, "size": f"{size}px", "round": round_corner,
        "art": "auto" if look is not None and look.square else "calc(100% - 36px)",
    }  # fmt: skip
    named = "".join(f"--{name}:{value};" for name, value in values.items())
    return f"{rule}:root{{{named}}}{_RULES}"


_RULES = """
*{box-sizing:border-box}
body{margin:0;font:18px/1.6 system-ui,"Segoe UI",Arial,sans-serif;color:var(--ink);background:var(--paper)}
h1,h2,h3{line-height:1.1;margin:0;text-wrap:balance;overflow-wrap:break-word}
h1,h2,.kit-n{font-family:var(--heads);font-weight:600}
p,li{text-wrap:pretty}
a{color:var(--link);overflow-wrap:anywhere}
a:focus-visible{outline:3px solid currentColor;outline-offset:3px}
.kit-w{max-width:1080px;margin:0 auto;padding:0 32px}
.kit-skip{position:absolute;left:-999px}
.kit-skip:focus{left:16px;top:16px;background:#fff;color:#111;padding:8px 14px;z-index:9}
.kit-top{background:#fff;color:#1a1a1a}
.kit-top .kit-w{min-height:72px;padding-top:13px;padding-bottom:13px;display:flex;align-items:center}
.kit-sender{display:inline-flex;align-items:center;gap:14px;font-size:19px;line-height:1.2}
.kit-sender img{display:block;flex:none;max-width:100%;height:auto;box-sizing:content-box}
.kit-hero{background:var(--ground);color:var(--on-ground);display:grid;
grid-template-columns:minmax(0,1fr) min(40%,640px);gap:40px}
.kit-words{padding:56px 0 56px max(32px,calc(50vw - 508px));align-self:center}
h1{font-size:clamp(34px,5.4vw,var(--size))}
.kit-words p{font-size:21px;line-height:1.45;margin:20px 0 0;max-width:26em;text-wrap:balance}
.kit-art{display:block;width:100%;height:var(--art);min-height:0;align-self:end;object-fit:cover;
border-radius:var(--round) 0 0 0}
.kit-part{padding-top:52px;padding-bottom:12px}
.kit-part:has(+.kit-band),.kit-part:has(+.kit-help),.kit-part:last-child{padding-bottom:52px}
.kit-part>p{max-width:40em;margin:0 0 16px}
@media (min-width:900px){.kit-intro{columns:2;column-gap:64px}.kit-intro>p{break-inside:avoid}}
h2{font-size:calc(var(--size)*.63);margin-bottom:16px}
h3{font-size:21px;margin:32px 0 8px}
.kit-small{font-size:16px;line-height:1.5;color:var(--muted)}
.kit-weeks{list-style:none;margin:26px 0 0;padding:0;display:grid;
grid-template-columns:repeat(auto-fit,minmax(168px,1fr));gap:24px 0}
.kit-weeks li{border-top:4px solid var(--line);padding:16px 20px 12px 0;font-weight:700;line-height:1.35}
.kit-weeks li[aria-current]{border-color:var(--accent);border-top-width:10px;padding-top:10px}
.kit-weeks strong{display:block;font-size:16px;font-weight:400;color:var(--muted);margin-bottom:4px}
.kit-band{background:var(--soft);padding:40px 0}
.kit-said{margin:0;display:flex;flex-wrap:wrap;align-items:flex-end;gap:16px 44px;font-size:24px;line-height:1.35}
.kit-said>:last-child{flex:1 1 12em;max-width:26em;text-wrap:balance}
.kit-n{font-size:clamp(88px,12vw,132px);line-height:.86;letter-spacing:-.02em;white-space:nowrap;color:var(--link)}
.kit-long{font-size:clamp(38px,8vw,76px);line-height:1}
.kit-band .kit-small{margin:20px 0 0;max-width:52em}
.kit-steps{list-style:none;margin:20px 0 0;padding:0;display:grid;
grid-template-columns:repeat(auto-fit,minmax(240px,1fr));gap:28px}
.kit-steps li{border-top:4px solid var(--accent);padding-top:16px;font-size:17px;line-height:1.5}
.kit-steps strong{display:block;font-size:20px;line-height:1.3;margin-bottom:6px}
.kit-part ul:not([class]){padding-left:1.2em;max-width:44em}
.kit-part li{margin:8px 0}
.kit-weeks li,.kit-steps li{margin:0}
li::marker{color:var(--link)}
.kit-help{background:var(--deep);color:var(--on-deep)}
.kit-help .kit-w{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:24px 64px;padding-top:52px;
padding-bottom:52px;align-items:center}
.kit-help a{color:inherit}
.kit-help p{margin:14px 0 0;max-width:30em}
.kit-ways{list-style:none;margin:0;padding:0}
.kit-ways a{display:block;font-size:27px;line-height:1.25;min-height:44px;font-weight:800;text-decoration:none;
font-variant-numeric:tabular-nums}
.kit-ways li{line-height:1.3;margin:0 0 10px}
.kit-ways li:first-child a{font-size:36px;white-space:nowrap}
.kit-ways li:last-child a{font-size:21px;text-decoration:underline}
.kit-foot{padding:28px 0 40px}
.kit-foot .kit-small{margin:6px 0}
@media (max-width:940px){
.kit-w{padding:0 24px}
.kit-hero,.kit-help .kit-w{grid-template-columns:minmax(0,1fr);gap:24px}
.kit-words{padding:40px 24px 8px}
h1{font-size:clamp(34px,8vw,var(--size))}
.kit-art{height:auto;margin:0 0 0 auto;width:calc(100% - 24px)}
.kit-ways li:first-child a{font-size:31px}
.kit-part{padding-top:40px}
}
@media (prefers-color-scheme:dark){
:root{--paper:#13181a;--soft:#1f2729;--ink:#eef3f4;--muted:#b9c5c8;--line:#3a4649;--link:#a9dbe6}
.kit-hero,.kit-help{border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
}
@media print{
body{font-size:11pt;color:#000;background:#fff}
.kit-w,.kit-words{max-width:none;padding:0}
.kit-art,.kit-skip{display:none}
.kit-hero,.kit-help,.kit-band{display:block;background:none;color:#000;min-height:0}
a,.kit-n,.kit-small,.kit-weeks strong{color:#000}
h2{break-after:avoid}
li,.kit-help{break-inside:avoid}
}
"""
