import { css, html, nothing, type TemplateResult } from 'lit'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { LeftOutBy, ToldVersion } from '../../shared/officer/score/told.ts'
import { officeDate } from '../../shared/kit/time.ts'
import { changeCauseText } from '../../shared/text/changed.ts'
import { closeReasonLabel } from '../../shared/text/closing.ts'
import { partOfDayText } from '../../shared/text/contest.ts'
import { dateYearText } from '../../shared/text/period.ts'
import { scoreText } from '../../shared/text/score.ts'
import { scoreVersionsText as words } from '../../shared/text/score-versions.ts'
import { timeText } from '../../shared/text/ui.ts'
import { lang, t } from '../../shared/web/lang.ts'
import { serviceOf } from '../parts/names.ts'
import './late-mistaken.ts'
import { meaningOf, one, whole } from './score-words.ts'

/** Beside each other where there is room, else the one that holds first. */
export const versionsStyles = css`
  .versions {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
    gap: 0.75rem;
    margin: 0.5rem 0 0;
    padding: 0;
    list-style: none;
  }
  .versions li {
    padding: 0.6rem 0.75rem;
    border: 1px solid var(--line);
    border-radius: var(--r-m);
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .versions li.holds {
    border: 2px solid var(--accent);
  }
  details .versions .big {
    font-size: inherit;
  }
  .versions h3 {
    margin: 0;
    font-size: 0.9375rem;
  }
  .versions p {
    margin: 0.25rem 0 0;
    line-height: 1.4;
  }
`

const day = (date: string) => dateYearText(date, lang())

/** The versions of a score beside each other, the one that holds first; each as it was told. */
export function versionsPane(versions: readonly ToldVersion[], office: OfficeInfo): TemplateResult {
  return html`<section class="pane" aria-labelledby="versions">
    <h2 id="versions">${t(words.title)}</h2>
    ${listOf(versions, office, versions[0])}
  </section>`
}

/** Those before the one that holds, behind one line; nothing where there is no other. `name` is of whom they are. */
export function earlierOf(name: string, versions: readonly ToldVersion[], office: OfficeInfo) {
  if (versions.length < 2) return nothing
  const n = whole(versions.length - 1)
  return html`<details class="how-of">
    <summary aria-label=${t(words['earlier.of'], { n, name })}>${t(words.earlier, { n })}</summary>
    ${listOf(versions.slice(1), office)}
  </details>`
}

/** When and why a version was computed, in one line. */
export function computedOf({ version, at, cause }: ToldVersion, { zone }: OfficeInfo): string {
  const on = day(officeDate(at, zone))
  return version === 1 ? t(words.on, { on }) : t(words.now, { n: whole(version), on, cause: causeOf(cause) })
}

const causeOf = (cause: ToldVersion['cause']) => t(cause === 'closed' ? words.closed : changeCauseText[cause])

function listOf(versions: readonly ToldVersion[], office: OfficeInfo, holding?: ToldVersion) {
  return html`<ul class="versions">
    ${versions.map(told => html`<li class=${told === holding ? 'holds' : ''}>${versionOf(told, office, told === holding)}</li>`)}
  </ul>`
}

function versionOf({ version, at, cause, score, leftOutBy }: ToldVersion, office: OfficeInfo, holds: boolean) {
  const { zone } = office
  const when = `${day(officeDate(at, zone))} ${timeText(at, zone, lang())}`
  const figures = score.told === 'figures' ? score : undefined
  return html`<h3>${t(holds ? words.holds : words.before, { n: whole(version) })}</h3>
    <p class="note">${t(words.computed, { at: when })} · ${causeOf(cause)}</p>
    ${
      figures
        ? html`<p>
            <span class="big">${one(figures.value)}</span>
            ${t(scoreText.interval, { low: one(figures.low), high: one(figures.high), n: whole(figures.n) })}
          </p>`
        : nothing
    }
    <p><b>${meaningOf(score)}.</b></p>
    ${score.told === 'words' ? html`<p class="note">${t(words[score.why])}</p>` : nothing}
    ${
      figures && figures.leftOut > 0
        ? html`<p class="note">${t(words.leftOut, { n: whole(figures.leftOut) })}</p>`
        : nothing
    }
    ${leftOutBy ? outOf(leftOutBy, office, cause === 'outageBack') : nothing}`
}

function outOf(out: LeftOutBy, office: OfficeInfo, isBack: boolean) {
  const second =
    out.kind === 'outage' && out.agreedBy !== null ? `, ${t(words['by.second'], { name: out.agreedBy })}` : ''
  const by = isBack ? words['by.outageBack'] : words[`by.${out.kind}`]
  return html`<p>
      <b>${t(words[isBack ? 'back.title' : 'out.title'])}</b
      ><br />${out.kind === 'outage' ? outageOf(out, office, isBack) : contestOf(out, office)}
    </p>
    ${out.by === null ? nothing : html`<p class="note">${t(by, { name: out.by })}${second}</p>`}
    ${out.kind === 'outage' && !isBack ? html`<late-mistaken .out=${out}></late-mistaken>` : nothing}`
}

function outageOf(
  { service, date, since, until, reason }: Extract<LeftOutBy, { kind: 'outage' }>,
  office: OfficeInfo,
  isBack: boolean,
) {
  const clock = (at: number) => timeText(at, office.zone, lang())
  const values = { date: day(date), from: clock(since), to: clock(until), reason: t(closeReasonLabel[reason]) }
  return t(words[isBack ? 'back.outage' : 'out.outage'], {
    service: t(serviceOf(office, service)?.name ?? [service, service]),
    ...values,
  })
}

function contestOf({ excluded }: Extract<LeftOutBy, { kind: 'contest' }>, office: OfficeInfo) {
  const { from, to, hours, counters } = excluded
  const named = counters.map(id => office.counters.find(c => c.id === id)?.name ?? id)
  return t(words['out.contest'], {
    ...{ from: day(from), to: day(to) },
    hours: hours.length === 0 ? t(words['hours.all']) : hours.map(part => t(partOfDayText[part])).join(', '),
    counters: named.length === 0 ? t(words['counters.own']) : named.join(', '),
  })
}
