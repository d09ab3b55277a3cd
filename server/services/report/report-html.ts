import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  cellText,
  type BarsBlock,
  type Block,
  type Cell,
  type LineBlock,
  type ReportDocument,
  type TableBlock,
} from '../../../shared/survey/report/document.ts'
import { html, raw, textOf, type Gap } from '../../../shared/ticket/markup.ts'

/** Rows of a table after which others have their turn. */
const AT_ONCE = 50

/** The report as one file of HTML that needs nothing else, to be read on a screen or printed on A4. */
export async function reportHtml(report: ReportDocument, logo: Uint8Array | undefined): Promise<string> {
  const { title, letterhead, cover, foot, draft, blocks } = report
  const body: Gap[] = []
  for (const [place, block] of blocks.entries()) {
    body.push(block.is === 'table' ? await table(block) : drawn(block, place))
    await nextTurn()
  }
  const picture = logo && `data:image/png;base64,${Buffer.from(logo).toString('base64')}`
  const page = html`<html lang="id">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title}</title>
      <style>
        ${raw(STYLES)}
      </style>
    </head>
    <body>
      <main>
        <header class="cover">
          ${picture && html`<img src="${picture}" alt="Logo" />`}
          <div class="head">${letterhead.map(line => html`<p>${line}</p>`)}</div>
          <h1>${cover.title.map((line, i) => html`${i > 0 && html`<br />`}${line}`)}</h1>
          ${cover.unit.map(line => html`<p class="unit">${line}</p>`)} ${cover.period.map(line => html`<p>${line}</p>`)}
          ${draft && html`<p class="draft">Rancangan: sebagian teks belum disetujui, atau disetujui sebelum angkanya berubah.</p>`}
        </header>
        <nav aria-labelledby="isi">
          <h2 id="isi">DAFTAR ISI</h2>
          <ol>
            ${blocks.map(entry)}
          </ol>
        </nav>
        ${body}
        <footer>${foot}</footer>
      </main>
    </body>
  </html>`
  return `<!doctype html>${textOf(page)}`
}

function entry(block: Block, place: number): Gap {
  if (block.is !== 'chapter' && block.is !== 'section') return undefined
  return html`<li class="${block.is}"><a href="#b${place}">${nameOf(block)}</a></li>`
}

function nameOf({ number, title }: { readonly number: string; readonly title: string }): string {
  return `${number} ${title}`.trim()
}

function drawn(block: Exclude<Block, TableBlock>, place: number): Gap {
  switch (block.is) {
    case 'chapter':
      return html`<h2 class="chapter" id="b${place}">
        ${block.number}${block.title !== '' && html`<br />`}${block.title}
      </h2>`
    case 'section':
      return html`<h3 id="b${place}">${nameOf(block)}</h3>`
    case 'text': {
      const said = block.paragraphs.map(line => html`<p>${line}</p>`)
      if (block.outdated)
        return html`<div class="proposed"><b>Disetujui sebelum angka atau rencananya berubah</b>${said}</div>`
      return block.proposed ? html`<div class="proposed"><b>Usulan, belum disetujui</b>${said}</div>` : said
    }
    case 'note':
      return html`<p class="note">${block.text}</p>`
    case 'warning':
      return html`<p class="warning"><b>Perhatian.</b> ${block.text}</p>`
    case 'list':
      return html`<ul>
        ${block.items.map(item => html`<li>${item}</li>`)}
      </ul>`
    case 'bars':
      return bars(block)
    case 'line':
      return line(block)
    case 'signature':
      return html`<div class="signature">
        <p>${block.place}</p>
        <p>${block.post}</p>
        <p class="name">${block.name}</p>
        ${block.below.map(said => html`<p>${said}</p>`)}
      </div>`
  }
}

async function table({ caption, columns, rows, foot = 0, marked = -1, small }: TableBlock): Promise<Gap> {
  const cells = (row: readonly Cell[]) => {
    // Cells that reach over rows above leave their columns out on the left.
    const from = columns.length - row.reduce((sum, cell) => sum + (typeof cell === 'string' ? 1 : (cell.cols ?? 1)), 0)
    let column = from
    return row.map(cell => {
      const [rowspan, colspan] = typeof cell === 'string' ? [undefined, undefined] : [cell.rows, cell.cols]
      const kind = columns[column]?.numeric ? 'n' : ''
      column += colspan ?? 1
      return html`<td class="${kind}" rowspan=${rowspan} colspan=${colspan}>${cellText(cell)}</td>`
    })
  }
  const lines: Gap[] = []
  for (const [i, row] of rows.entries()) {
    const kind = i >= rows.length - foot ? 'sum' : i === marked ? 'meant' : ''
    lines.push(
      html`<tr class="${kind}">
        ${cells(row)}
      </tr>`,
    )
    if (i % AT_ONCE === AT_ONCE - 1) await nextTurn()
  }
  return html`<table class="${small ? 'small' : ''}">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${columns.map(column => html`<th scope="col" class="${column.numeric ? 'n' : ''}">${column.head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${lines}
    </tbody>
  </table>`
}

/** Of a picture in its own units: where bars begin and how far they reach, a line of bars, and the whole. */
const [LEFT, REACH, STEP, WIDTH] = [200, 400, 22, 656]

function bars({ caption, alt, from, to, ticks, bars: all }: BarsBlock): Gap {
  const at = (value: number) => (LEFT + (REACH * (value - from)) / (to - from)).toFixed(1)
  const high = STEP * all.length
  const shapes = all.map((bar, i) => {
    const y = STEP * i
    const reach = (Number(at(bar.value)) - LEFT).toFixed(1)
    const fill = bar.light ? '#9fc7ba' : '#09524a'
    const interval =
      bar.low !== undefined &&
      bar.high !== undefined &&
      html`<path d="M${at(bar.low)} ${y + 11}H${at(bar.high)}" stroke="#10241f" stroke-width="1.6" />`
    return html`<text x="0" y="${y + 15}">${bar.label}</text>
      <rect x="${LEFT}" y="${y + 4}" width="${reach}" height="14" rx="2" fill="${fill}" />
      ${interval} <text x="${WIDTH}" y="${y + 15}" text-anchor="end" font-weight="700">${bar.text}</text>`
  })
  const scale = ticks.map(
    tick =>
      html`<path d="M${at(tick.at)} 0V${high}" stroke="#c9cec9" />
        <text x="${at(tick.at)}" y="${high + 14}" text-anchor="middle">${tick.text}</text>`,
  )
  return figure(caption, alt, high + 20, html`${scale} ${shapes}`)
}

/** Left free beside the first and the last point, for their names. */
const SIDE = 70

function line({ caption, alt, from, to, points }: LineBlock): Gap {
  const [top, high] = [24, 150]
  const x = (i: number) => (points.length < 2 ? WIDTH / 2 : SIDE + ((WIDTH - 2 * SIDE) * i) / (points.length - 1))
  const y = (value: number) => top + high * (1 - (value - from) / (to - from))
  const path = points.map((p, i) => `${i === 0 ? 'M' : 'L'}${x(i).toFixed(1)} ${y(p.value).toFixed(1)}`).join('')
  const shapes = points.map(
    (p, i) =>
      html`<circle cx="${x(i).toFixed(1)}" cy="${y(p.value).toFixed(1)}" r="3.5" fill="#09524a" />
        <text x="${x(i).toFixed(1)}" y="${(y(p.value) - 9).toFixed(1)}" text-anchor="middle" font-weight="700"
          >${p.text}</text
        >
        <text x="${x(i).toFixed(1)}" y="${top + high + 18}" text-anchor="middle">${p.label}</text>`,
  )
  const base = html`<path d="M0 ${top + high}H${WIDTH}" stroke="#c9cec9" />`
  const drawing = html`${base}<path d="${path}" fill="none" stroke="#09524a" stroke-width="2" /> ${shapes}`
  return figure(caption, alt, top + high + 26, drawing)
}

function figure(caption: string, alt: string, height: number, shapes: Gap): Gap {
  return html`<figure>
    <figcaption>${caption}</figcaption>
    <svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${alt}">${shapes}</svg>
  </figure>`
}

const STYLES = `
@page{size:A4;margin:17mm 18mm 18mm}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#111;font:400 13px/1.45 "Plus Jakarta Sans",system-ui,sans-serif;hyphens:none}
main{max-width:680px;margin:0 auto;padding:24px 16px}
p{margin:0 0 8px}h1{font-size:25px;line-height:1.3;margin:90px 0 24px}h2{font-size:15px}h3{font-size:13.5px;margin:18px 0 6px;break-after:avoid}
.cover{text-align:center;min-height:90vh;break-after:page}.cover img{height:90px}.head{border-bottom:2px solid #09524a;padding-bottom:8px}
.head p:first-child,.unit{font-weight:700;font-size:16px}.draft{margin-top:60px;font-weight:700;color:#7a4e00}
nav{break-after:page}nav ol{list-style:none;padding:0}nav .section{padding-left:16px}nav .chapter{font-weight:700}nav a{color:inherit}
.chapter{text-align:center;margin:26px 0 10px;line-height:1.35;break-after:avoid}nav .chapter{text-align:left;margin:6px 0 0}
table{border-collapse:collapse;width:100%;font-size:11.5px;margin:10px 0}caption{text-align:left;font-weight:700;padding-bottom:4px}
th,td{border:1px solid #555;padding:4px 7px;text-align:left;vertical-align:top}th,.sum td{background:#eef3f0;font-weight:700}.meant td{background:#dcebe5;font-weight:700}
.n{text-align:right}.small{font-size:10px}.small th,.small td{padding:2px 5px}tr{break-inside:avoid}caption,thead{break-after:avoid}
.note{font-size:11px;color:#3b4e48}.warning{border:1px solid #b7791f;background:#fff6e0;padding:8px}
.proposed{border-left:3px solid #b7791f;padding-left:10px;margin:6px 0}.proposed b{font-size:11px;color:#7a4e00}
figure{margin:12px 0;break-inside:avoid}figcaption{font-weight:700;font-size:12px;margin-bottom:6px}svg{display:block;width:100%}svg text{font-size:11.5px;fill:#111}
.signature{margin:26px 0 0 50%;break-inside:avoid;break-before:avoid}.signature p{margin:0}.signature .name{margin-top:64px;font-weight:700}
footer{border-top:1px solid #c9cec9;margin-top:24px;padding-top:6px;font-size:10.5px;color:#3b4e48}
@media (max-width:600px){main{overflow-x:auto}}
`
