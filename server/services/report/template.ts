/**
 * The report in Typst. What people wrote comes in as JSON alone and is put in as content, so nothing in it is ever markup; no file
 * and no package is read but the logo and the attachment that are handed in.
 */
export const TEMPLATE = `
#let doc = json(bytes(sys.inputs.doc))
#let made = doc.made
#let ink = rgb("#111111")
#let soft = rgb("#3B4E48")
#let dark = rgb("#09524A")
#let light = rgb("#9FC7BA")
#let shade = rgb("#EEF3F0")
#let mark = rgb("#DCEBE5")
#let rule = 0.5pt + rgb("#555555")
#set document(title: doc.title, author: doc.author, date: datetime(year: made.at(0), month: made.at(1), day: made.at(2), hour: made.at(3), minute: made.at(4), second: made.at(5)))
#set text(font: "Plus Jakarta Sans", size: 10pt, lang: "id", region: "ID", fill: ink, hyphenate: false, fallback: false)
#set par(justify: false, leading: 0.62em, spacing: 0.9em)
#set table(stroke: rule, inset: (x: 5pt, y: 3.6pt))
#set figure(numbering: none, supplement: none, gap: 5pt)
#show figure: set align(left)
#show figure: set block(above: 1.3em, below: 1.1em)
#show figure.caption: it => block(sticky: true, width: 100%, align(left, text(size: 9pt, weight: "bold", it.body)))
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.where(kind: table): set block(breakable: true)
#show figure.where(kind: image): set figure.caption(position: top)
#show heading: set text(hyphenate: false)
#show heading.where(level: 1): it => block(width: 100%, above: 1.4em, below: 1em, align(center, text(size: 11.5pt, weight: "bold", it.body)))
#show heading.where(level: 2): it => block(above: 1.3em, below: 0.7em, sticky: true, text(size: 10.5pt, weight: "bold", it.body))
#set page(
  paper: "a4",
  margin: (x: 1.8cm, top: 1.7cm, bottom: 2cm),
  footer: context {
    set text(size: 8pt, fill: soft)
    line(length: 100%, stroke: 0.5pt + rgb("#C9CEC9"))
    v(-0.5em)
    grid(columns: (1fr, auto), doc.foot, counter(page).display())
  },
)

#let cell(c) = if type(c) == str { [#c] } else {
  table.cell(rowspan: c.at("rows", default: 1), colspan: c.at("cols", default: 1))[#c.text]
}
#let bold(c) = if type(c) == str { [*#c*] } else {
  table.cell(rowspan: c.at("rows", default: 1), colspan: c.at("cols", default: 1))[*#c.text*]
}

#let drawn-table(b) = {
  let n = b.rows.len()
  let foot = b.at("foot", default: 0)
  let marked = b.at("marked", default: -1)
  let small = b.at("small", default: false)
  set text(size: if small { 7.5pt } else { 8.6pt })
  set table(inset: (x: 4pt, y: 2pt)) if small
  figure(
    kind: table,
    caption: [#b.caption],
    table(
      columns: b.columns.map(c => c.share * 1fr),
      align: (x, y) => if b.columns.at(x).at("numeric", default: false) { right + top } else { left + top },
      fill: (x, y) => if y == 0 or y > n - foot { shade } else if y - 1 == marked { mark },
      table.header(..b.columns.map(c => [*#c.head*])),
      ..b.rows.enumerate().map(((i, row)) => row.map(if i >= n - foot or i == marked { bold } else { cell })).flatten(),
    ),
  )
}

#let drawn-bars(b) = {
  let left = 5.6cm
  let wide = 10.2cm
  let at = v => wide * calc.max(0, calc.min(1, (v - b.from) / (b.to - b.from)))
  let step = 0.58cm
  let high = step * b.bars.len()
  figure(kind: image, caption: [#b.caption], alt: b.alt, block(width: 100%, height: high + 0.6cm, {
    set text(size: 8.4pt)
    for t in b.ticks {
      place(dx: left + at(t.at), line(angle: 90deg, length: high, stroke: 0.5pt + rgb("#C9CEC9")))
      place(dx: left + at(t.at) - 1cm, dy: high + 0.12cm, box(width: 2cm, align(center, text(fill: soft)[#t.text])))
    }
    for (i, bar) in b.bars.enumerate() {
      let y = step * i + 0.1cm
      place(dy: y + 0.04cm, box(width: left - 0.2cm)[#bar.label])
      place(dx: left, dy: y, rect(width: at(bar.value), height: 0.36cm, radius: 1pt, fill: if bar.at("light", default: false) { light } else { dark }))
      if bar.at("low", default: none) != none {
        place(dx: left + at(bar.low), dy: y + 0.18cm, line(length: at(bar.high) - at(bar.low), stroke: 1.3pt + rgb("#10241F")))
      }
      place(dx: left + wide + 0.2cm, dy: y + 0.04cm, box(width: 1.4cm, align(right, text(weight: "bold")[#bar.text])))
    }
  }))
}

#let drawn-line(b) = {
  let wide = 15cm
  let high = 4.2cm
  let n = b.points.len()
  let x = i => if n == 1 { wide / 2 } else { 1cm + (wide - 2cm) * i / (n - 1) }
  let y = v => high * (1 - (v - b.from) / (b.to - b.from))
  figure(kind: image, caption: [#b.caption], alt: b.alt, block(width: 100%, height: high + 1.5cm, inset: (top: 0.6cm), {
    set text(size: 8.4pt)
    place(dy: high, line(length: wide, stroke: 0.5pt + rgb("#C9CEC9")))
    for i in range(n - 1) {
      place(line(start: (x(i), y(b.points.at(i).value)), end: (x(i + 1), y(b.points.at(i + 1).value)), stroke: 1.5pt + dark))
    }
    for (i, p) in b.points.enumerate() {
      place(dx: x(i) - 2pt, dy: y(p.value) - 2pt, circle(radius: 2pt, fill: dark))
      place(dx: x(i) - 1.5cm, dy: y(p.value) - 0.45cm, box(width: 3cm, align(center, text(weight: "bold")[#p.text])))
      place(dx: x(i) - 1.5cm, dy: high + 0.12cm, box(width: 3cm, align(center, text(fill: soft)[#p.label])))
    }
  }))
}

#let signature(b) = block(breakable: false, above: 2em, grid(columns: (1fr, 1fr), [], {
  [#b.place]
  linebreak()
  [#b.post]
  v(4.2em)
  text(weight: "bold")[#b.name]
  for l in b.below { linebreak(); [#l] }
}))

#let drawn(b) = {
  if b.is == "chapter" {
    if b.title == "" { pagebreak(weak: true) }
    heading(level: 1)[#b.number#if b.title != "" { linebreak() }#b.title]
  }
  else if b.is == "section" { heading(level: 2)[#(b.number + " " + b.title).trim()] }
  else if b.is == "text" {
    let old = b.at("outdated", default: false)
    if old or b.at("proposed", default: false) {
      block(width: 100%, breakable: false, stroke: (left: 2pt + rgb("#B7791F")), inset: (left: 8pt, y: 2pt), {
        text(size: 8pt, weight: "bold", fill: rgb("#7A4E00"))[#if old { "Disetujui sebelum angka atau rencananya berubah" } else { "Usulan, belum disetujui" }]
        for p in b.paragraphs { par[#p] }
      })
    } else { for p in b.paragraphs { par[#p] } }
  }
  else if b.is == "note" { block(text(size: 8.4pt, fill: soft)[#b.text]) }
  else if b.is == "warning" { block(width: 100%, stroke: 0.8pt + rgb("#B7791F"), radius: 2pt, inset: 7pt, fill: rgb("#FFF6E0"))[*Perhatian.* #b.text] }
  else if b.is == "list" { list(marker: none, indent: 0pt, body-indent: 0pt, ..b.items.map(i => [#i])) }
  else if b.is == "table" { drawn-table(b) }
  else if b.is == "bars" { drawn-bars(b) }
  else if b.is == "line" { drawn-line(b) }
  else if b.is == "signature" { signature(b) }
}

#if doc.attached != none { pdf.attach("/jawaban.csv", read("/jawaban.csv", encoding: none), relationship: "data", mime-type: "text/csv", description: doc.attached) }

#page(footer: none, {
  set align(center)
  if doc.logo { image("/logo.png", height: 2.4cm, alt: doc.logoAlt) }
  for (i, l) in doc.letterhead.enumerate() { block(above: 0.5em, below: 0.5em, text(size: if i < 2 { 12pt } else { 9pt }, weight: if i < 2 { "bold" } else { "regular" })[#l]) }
  if doc.letterhead.len() > 0 { line(length: 100%, stroke: 1.5pt + dark) }
  v(1fr)
  for l in doc.cover.title { block(above: 0.6em, below: 0.6em, text(size: 19pt, weight: "bold")[#l]) }
  v(1.2em)
  for l in doc.cover.unit { block(above: 0.5em, below: 0.5em, text(size: 13pt, weight: "bold")[#l]) }
  v(1.2em)
  for l in doc.cover.period { block(above: 0.5em, below: 0.5em, text(size: 13pt)[#l]) }
  v(1.4fr)
  if doc.draft { text(size: 9pt, weight: "bold", fill: rgb("#7A4E00"))[Rancangan: sebagian teks belum disetujui, atau disetujui sebelum angkanya berubah.] }
})
#page({
  heading(level: 1, outlined: false)[DAFTAR ISI]
  show linebreak: [ ]
  outline(title: none, depth: 2, indent: 1em)
})
#for (i, b) in doc.blocks.enumerate() {
  // Nobody signs an empty page.
  let signed = i + 1 < doc.blocks.len() and doc.blocks.at(i + 1).is == "signature"
  if signed { block(sticky: true, breakable: false, drawn(b)) } else { drawn(b) }
}
`
