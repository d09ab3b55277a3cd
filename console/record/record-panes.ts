import { html, nothing, type TemplateResult } from 'lit'
import type { RecordView } from '../../shared/officer/figures.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { EDGE_FROM } from '../../shared/officer/few.ts'
import { BIN_MINUTES } from '../../shared/officer/record.ts'
import { WAYS } from '../../shared/officer/ways.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { recordText } from '../../shared/text/record.ts'
import { numberText } from '../../shared/text/text.ts'
import { lang, t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-chart-bars.ts'
import '../../shared/web/ui/ui-chart-hist.ts'
import '../../shared/web/ui/ui-table.ts'
import { listed, minutesOf, percentOf } from '../parts/report-format.ts'

/** What the officer worked on: finished visits per service in the order of the office, and how many had priority. */
export function workPane({ record, days }: RecordView, office: OfficeInfo): TemplateResult {
  const place = (id: string) => office.services.findIndex(s => s.id === id)
  const counts = [...record.services]
    .sort((a, b) => place(a.serviceId) - place(b.serviceId))
    .map(s => [nameOf(s.serviceId, office), s.served] as const)
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
export function waysPane({ record, ways, peers }: RecordView, office: OfficeInfo): TemplateResult {
  const n = (value: number) => numberText(value, lang())
  const came = WAYS.map(way => ({
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
    ${waysTable({ ways, peers }, office)}
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

/** Services done by service and way; below them the shares of colleagues on the same mix, where those may be told. */
function waysTable({ ways, peers }: Pick<RecordView, 'ways' | 'peers'>, office: OfficeInfo): TemplateResult {
  const place = (id: string) => office.services.findIndex(s => s.id === id)
  const rows = [...ways.services]
    .sort((a, b) => place(a.serviceId) - place(b.serviceId))
    .map(({ serviceId, ...of }) => ({
      id: serviceId,
      cells: {
        service: nameOf(serviceId, office),
        ...Object.fromEntries(WAYS.map(way => [way, numberText(of[way], lang())])),
      },
    }))
  const beside = peers
    ? [
        {
          id: 'peers',
          cells: {
            service: t(recordText['ways.peers']),
            ...Object.fromEntries(WAYS.map(way => [way, `${numberText(peers.ways[way], lang())}%`])),
          },
        },
      ]
    : []
  return html`<ui-table
    cards
    caption=${t(recordText['ways.table'])}
    .columns=${[
      { key: 'service', label: t(recordText.service) },
      ...WAYS.map(way => ({ key: way, label: t(recordText[`ways.${way}`]), numeric: true })),
    ]}
    .rows=${[...rows, ...beside]}
  ></ui-table>`
}

/** Hours at counters, breaks, and what is left out of the times. */
export function restPane({ record, hours }: RecordView): TemplateResult {
  const n = (value: number) => numberText(value, lang())
  const visits = (value: number) => t(recordText['rest.visits'], { n: n(value) })
  const rows = [
    ['counters', t(recordText['rest.counters.of'], { time: timeOf(hours.countersMs), days: n(hours.days) })],
    ['breaks', t(recordText['rest.breaks.of'], { n: n(hours.breaks), time: timeOf(hours.breaksMs) })],
    ['priority', n(record.priorityServed)],
    ['closed', timeOf(hours.closedMs)],
    ['shut', visits(record.shut)],
    ['unclocked', visits(record.unclocked)],
  ] as const
  return html`<section class="pane" aria-labelledby="rest">
    <h2 id="rest">${t(recordText.rest)}</h2>
    <ui-table
      cards
      caption=${t(recordText['rest.table'])}
      .columns=${[
        { key: 'what', label: t(recordText['rest.what']) },
        { key: 'how', label: t(recordText['rest.how']), numeric: true },
      ]}
      .rows=${rows.map(([key, how]) => ({ id: key, cells: { what: t(recordText[`rest.${key}`]), how } }))}
    ></ui-table>
  </section>`
}

/** Milliseconds as hours and whole minutes. */
function timeOf(ms: number): string {
  const minutes = Math.round(ms / MINUTE)
  return t(recordText.time, { h: numberText(Math.floor(minutes / 60), lang()), m: minutes % 60 })
}

function nameOf(id: string, office: OfficeInfo): string {
  const known = office.services.find(s => s.id === id)
  return known ? t(known.name) : id
}

/** How long visits took, beside colleagues on the same mix of services; the walk of the visitors stands apart. */
export function servePane({ record, peers }: RecordView, who = t(recordText.you)): TemplateResult {
  const minutes = (ms: number | undefined) => minutesOf(ms, lang())
  const { serve, way, held, unclocked, standard } = record
  const own = peers?.own ?? serve
  const say = peers === null ? 'serve.alone' : 'serve.say'
  return html`<section class="pane" aria-labelledby="serve">
    <header>
      <h2 id="serve">${t(recordText.serve)}</h2>
      <div class="key">
        <span><i></i>${who}</span>
        ${peers === null ? nothing : html`<span><u></u>${t(recordText['serve.peers'])}</span>`}
      </div>
    </header>
    <ui-chart-hist
      .bins=${own.bins}
      .other=${peers?.bins ?? []}
      .starts=${own.bins.map((_, i) => `${i * BIN_MINUTES}${i === own.bins.length - 1 ? '+' : ''}`)}
      .heads=${[t(recordText['serve.from']), who, t(recordText['serve.peers.share'])]}
      unit=${t(recordText['serve.axis'])}
      label=${t(recordText[say], { who, n: own.n, own: minutes(own.p50), peers: minutes(peers?.p50) })}
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
    ${
      peers === null || peers.within === null || standard.n < EDGE_FROM
        ? nothing
        : html`<p class="note">
            ${t(recordText['peers.within'], {
              ...{ own: percentOf(standard.within, standard.n, lang()), peers: numberText(peers.within, lang()) },
            })}
          </p>`
    }
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
