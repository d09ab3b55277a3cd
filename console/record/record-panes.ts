import { html, nothing, type TemplateResult } from 'lit'
import type { RecordView } from '../../shared/officer/figures.ts'
import { BIN_MINUTES } from '../../shared/officer/record.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { recordText } from '../../shared/text/record.ts'
import { numberText } from '../../shared/text/text.ts'
import { lang, t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-chart-bars.ts'
import '../../shared/web/ui/ui-chart-hist.ts'
import { listed, minutesOf, percentOf } from '../parts/report-format.ts'

/** What the officer worked on: finished visits per service in the order of the office, and how many had priority. */
export function workPane({ record, days }: RecordView, office: OfficeInfo): TemplateResult {
  const name = (id: string) => {
    const known = office.services.find(s => s.id === id)
    return known ? t(known.name) : id
  }
  const place = (id: string) => office.services.findIndex(s => s.id === id)
  const counts = [...record.services]
    .sort((a, b) => place(a.serviceId) - place(b.serviceId))
    .map(s => [name(s.serviceId), s.served] as const)
  if (record.priorityServed > 0) counts.push([t(recordText['work.priority']), record.priorityServed])
  const rows = counts.map(([label, n]) => ({
    label,
    value: n,
    text: numberText(n, lang()),
    more: [`${percentOf(n, record.served, lang())}%`],
  }))
  return html`<section class="pane" aria-labelledby="work">
    <header>
      <h2 id="work">${t(recordText.work)}</h2>
      <span class="note">${t(recordText['work.note'], { n: numberText(record.served, lang()), days })}</span>
    </header>
    <ui-chart-bars
      .rows=${rows}
      .max=${Math.max(1, record.served)}
      .heads=${[t(recordText.service), t(recordText.served), t(recordText.share)]}
      label=${t(recordText['work.say'], { list: listed(rows.map(r => [r.label, r.text] as const)) })}
    ></ui-chart-bars>
  </section>`
}

/** How people came to the officer, what was sent on, and the counters. */
export function waysPane({ record, ways }: RecordView, office: OfficeInfo): TemplateResult {
  const n = (value: number) => numberText(value, lang())
  const came = (['walkIn', 'booked', 'sentOn'] as const).map(way => ({
    ...{ label: t(recordText[`ways.${way}`]), value: ways[way], text: n(ways[way]) },
    more: [`${percentOf(ways[way], record.served, lang())}%`],
  }))
  const counters = ways.counters.map(({ counterId, served, days }) => {
    const label = office.counters.find(c => c.id === counterId)?.name ?? counterId
    return { label, value: served, text: n(served), more: [n(days)] }
  })
  const said = (rows: typeof came) => listed(rows.map(r => [r.label, r.text] as const))
  return html`<section class="pane" aria-labelledby="ways">
    <h2 id="ways">${t(recordText.ways)}</h2>
    <ui-chart-bars
      class="ways"
      .rows=${came}
      .max=${Math.max(1, record.served)}
      .heads=${[t(recordText.ways), t(recordText.served), t(recordText.share)]}
      label=${t(recordText['ways.say'], { list: said(came) })}
    ></ui-chart-bars>
    <p class="note">
      ${t(recordText['ways.note'], {
        ...{ in: n(ways.transferredIn), out: n(record.transferred), missed: n(record.missed) },
      })}
    </p>
    <h2>${t(recordText.counters)}</h2>
    <ui-chart-bars
      class="counters"
      .rows=${counters}
      .max=${Math.max(1, record.served)}
      .heads=${[t(recordText.counters), t(recordText.served), t(recordText['counters.days'])]}
      label=${t(recordText['counters.say'], { list: said(counters) })}
    ></ui-chart-bars>
  </section>`
}

/** How long visits took, beside colleagues on the same mix of services; the walk of the visitors stands apart. */
export function servePane({ record, peers }: RecordView): TemplateResult {
  const minutes = (ms: number | undefined) => minutesOf(ms, lang())
  const { serve, way, held, unclocked } = record
  const own = peers?.own ?? serve
  const say = peers === null ? 'serve.alone' : 'serve.say'
  return html`<section class="pane" aria-labelledby="serve">
    <header>
      <h2 id="serve">${t(recordText.serve)}</h2>
      <div class="key">
        <span><i></i>${t(recordText['serve.you'])}</span>
        ${peers === null ? nothing : html`<span><u></u>${t(recordText['serve.peers'])}</span>`}
      </div>
    </header>
    <ui-chart-hist
      .bins=${own.bins}
      .other=${peers?.bins ?? []}
      .starts=${own.bins.map((_, i) => `${i * BIN_MINUTES}${i === own.bins.length - 1 ? '+' : ''}`)}
      .heads=${[t(recordText['serve.from']), t(recordText['serve.you']), t(recordText['serve.peers.share'])]}
      unit=${t(recordText['serve.axis'])}
      label=${t(recordText[say], { n: own.n, own: minutes(own.p50), peers: minutes(peers?.p50) })}
    ></ui-chart-hist>
    <p class="note">
      ${
        peers === null
          ? t(recordText['peers.few'])
          : t(recordText['peers.note'], {
              ...{ p50: minutes(peers.p50), n: numberText(peers.n, lang()) },
              ...{ own: numberText(own.n, lang()), of: numberText(serve.n, lang()) },
            })
      }
    </p>
    <p class="note">
      ${t(recordText['serve.note'], { p90: minutes(serve.p90), n: serve.n, way: minutes(way.p50), ways: way.n })}
    </p>
    ${unclocked === 0 ? nothing : html`<p class="note">${t(recordText.unclocked, { n: unclocked })}</p>`}
    ${
      held.n === 0
        ? nothing
        : html`<p class="note">
            ${t(recordText[held.p50 === undefined ? 'serve.heldFew' : 'serve.held'], { n: held.n, ms: minutes(held.p50) })}
          </p>`
    }
  </section>`
}

/** How every number on the page came about. */
export function howPane(): TemplateResult {
  const lines = ['how.serve', 'how.done', 'how.same', 'how.none'] as const
  return html`<section class="pane" aria-labelledby="how">
    <h2 id="how">${t(recordText.how)}</h2>
    <ul class="how">
      ${lines.map(line => html`<li>${t(recordText[line])}</li>`)}
    </ul>
  </section>`
}
