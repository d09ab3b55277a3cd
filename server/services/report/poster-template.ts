/**
 * The official sheet of an IKM in Typst, on one page of A4 or A3: what does not fit is set smaller, never on a second page. What people wrote
 * comes in as JSON alone, and no file is read but the logo that is handed in.
 */
export const POSTER_TEMPLATE = `
#let doc = json(bytes(sys.inputs.doc))
#let made = doc.made
#let ink = rgb("#111111")
#let soft = rgb("#3B4E48")
#let dark = rgb("#09524A")
#let lighter = rgb("#4F9585")
#let ground = rgb("#EBE7DA")
#let rule = rgb("#C9CEC9")
#let k = if doc.paper == "a3" { calc.sqrt(2) } else { 1.0 }
#set document(title: doc.title, author: doc.author, date: datetime(year: made.at(0), month: made.at(1), day: made.at(2), hour: made.at(3), minute: made.at(4), second: made.at(5)))
#set page(paper: doc.paper, margin: (x: 37pt * k, top: 33pt * k, bottom: 27pt * k))
#set text(font: "Plus Jakarta Sans", lang: "id", region: "ID", fill: ink, hyphenate: false, fallback: false)
#set par(justify: false)
#show heading: set block(above: 0pt, below: 0pt)
#show heading: it => it.body

// Sizes as they are drawn for A4 at 96 dots an inch, smaller where it would not fit.
#let sheet(f, room, fixed: true) = {
  let u = px => px * 0.75pt * k * f
  set text(size: u(15))
  set par(leading: 0.6em, spacing: 0.75em)
  let sub(body, size: 17) = {
    heading(level: 2, text(size: u(size), weight: "bold", body))
    v(u(13))
  }
  let head = grid(
    columns: if doc.logo { (u(82), 1fr) } else { (1fr,) }, column-gutter: u(22), align: horizon,
    ..if doc.logo { (image("/logo.png", width: u(82), alt: doc.logoAlt),) },
    {
      heading(level: 1, text(size: u(29), weight: "bold", doc.heads.at(0)))
      set text(size: u(16.5), weight: "bold")
      for l in doc.heads.slice(1) {
        v(u(9))
        block(l)
      }
    },
  )
  // Two boxes of the same height, whichever holds more.
  let wide = (room.width - u(16)) / 2.22
  let value = {
    set align(center)
    set text(fill: rgb("#FFFDF8"))
    sub(doc.value.heading, size: 19)
    block(text(size: u(if doc.value.ikm.len() > 5 { 70 } else { 92 }), weight: "bold", tracking: -0.03em, doc.value.ikm))
    v(u(20))
    block(text(size: u(23), weight: "bold", doc.value.mutu))
    if doc.value.range != "" {
      v(u(12))
      block(text(size: u(15), doc.value.range))
    }
  }
  let people = {
    sub(doc.people.heading, size: 16)
    heading(level: 3, text(size: u(15), weight: "bold", fill: rgb("#063B34"), doc.people.sub))
    v(u(12))
    set text(size: u(14))
    terms(hanging-indent: u(14), tight: true, separator: [: ], spacing: u(9), ..doc.people.rows.map(r => terms.item(r.at(0), r.at(1))))
  }
  let (pad, most) = (u(20), (a, b) => calc.max(a.height, b.height))
  let high = most(measure(width: wide - 2 * pad, value), measure(width: 1.22 * wide - 2 * pad, people)) + 2 * pad
  let boxes = grid(
    columns: (1fr, 1.22fr), column-gutter: u(16),
    block(fill: dark, radius: u(16), inset: pad, width: 100%, height: high, align(horizon, value)),
    block(stroke: u(2) + dark, radius: u(16), inset: pad, width: 100%, height: high, align(horizon, people)),
  )
  let bar(b) = block(breakable: false, {
    grid(columns: (1fr, auto), column-gutter: u(10), text(size: u(15.5), b.name), text(size: u(15.5), weight: "bold", b.nrr))
    v(u(5), weak: true)
    block(width: 100%, height: u(12), radius: u(6), fill: ground, clip: true, rect(width: b.share * 100%, height: 100%, fill: if b.light { lighter } else { dark }))
  })
  let unsur = {
    sub[#doc.unsur.heading #text(size: u(14), weight: "regular", fill: soft, doc.unsur.scale)]
    v(u(4))
    grid(columns: (1fr, 1fr), column-gutter: u(30), row-gutter: u(20), ..doc.unsur.bars.map(bar), text(size: u(14), doc.unsur.below))
  }
  let code = image(bytes(doc.qr), format: "svg", width: u(104), alt: doc.scan.words + " " + doc.scan.address)
  let end = {
    line(length: 100%, stroke: u(1.5) + rule)
    v(u(8))
    grid(
      columns: (1fr, 1.15fr), column-gutter: u(24),
      if doc.improved.lines.len() > 0 { sub(doc.improved.heading); for l in doc.improved.lines { block(below: u(9), l) } },
      grid(columns: (auto, 1fr), column-gutter: u(14), align: horizon, code, { strong(doc.scan.words); linebreak(); text(size: u(13), doc.scan.address) }),
    )
  }
  let foot = {
    line(length: 100%, stroke: u(3) + dark)
    v(u(6))
    set align(center)
    set text(size: u(13.5))
    block(below: u(7), strong(doc.thanks.at(0)))
    block(below: u(8), doc.thanks.at(1))
    block(text(size: u(11.5), fill: soft, doc.foot))
  }
  grid(columns: (100%,), rows: if fixed { (auto, auto, 1fr, auto, auto) } else { auto }, row-gutter: u(22), head, boxes, unsur, end, foot)
}

#layout(size => {
  let fits = f => measure(width: size.width, sheet(f, size, fixed: false)).height <= size.height
  let f = (1.2, 1.12, 1.06, 1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.62, 0.54, 0.46).find(fits)
  block(height: size.height, breakable: false, sheet(if f == none { 0.4 } else { f }, size))
})
`
