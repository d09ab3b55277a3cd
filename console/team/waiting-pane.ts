import { html, nothing } from 'lit'
import type { Reply } from '../../shared/contracts/api.ts'
import { teamText as words } from '../../shared/text/feedback.ts'
import { t } from '../../shared/web/lang.ts'
import { daySays, periodSays } from '../contest/contest-words.ts'

type Contest = Reply<'GET /api/me/contests'>['contests'][number]

/** What waits for whoever looks, by kind: of reports, absences and messages the ids of their officers, one for each. */
export interface Waiting {
  readonly reports: readonly string[]
  readonly absences: readonly string[]
  readonly contests: readonly Contest[]
  readonly messages: readonly string[]
  /** How many outages of past days, which are of no officer. */
  readonly outages: number
}

/** Somebody whose thread may be opened. */
interface Person {
  readonly id: string
  readonly name: string
}

/** Objections that somebody may answer or decide now. */
export const contestsThatWait = (all: readonly Contest[]) => all.filter(c => c.may.answer || c.may.decide)

/** Everything that waits, each with the way to it; what is answered by a tap stands below it. */
export function waitingPane({ reports, absences, contests, messages, outages }: Waiting, members: readonly Person[]) {
  const all = reports.length + absences.length + contests.length + messages.length + outages
  const line = (n: number, key: 'waiting.reports' | 'waiting.absences') =>
    n === 0 ? nothing : html`<li><b>${t(words[key], { n: `${n}` })}</b></li>`
  return html`<section class="pane" aria-labelledby="for-me">
    <header>
      <h2 id="for-me">${t(words.waiting)}</h2>
      <span class="note">${t(words['waiting.n'], { n: `${all}` })}</span>
    </header>
    ${
      all === 0
        ? html`<p>${t(words['waiting.none'])}</p>`
        : html`<ul class="people">
            ${line(reports.length, 'waiting.reports')} ${contests.map(contestLine)}
            ${line(absences.length, 'waiting.absences')} ${outagesLine(outages)} ${messagesLine(messages, members)}
          </ul>`
    }
  </section>`
}

/** How many outages wait for a second person, with the way to the list of them. */
function outagesLine(n: number) {
  if (n === 0) return nothing
  return html`<li>
    <a href="#/nilai/gangguan"><b>${t(words['waiting.outages'], { n: `${n}` })}</b></a>
  </li>`
}

/** How many messages nobody has read, with the way to each thread they are in. */
function messagesLine(messages: readonly string[], members: readonly Person[]) {
  if (messages.length === 0) return nothing
  const threads = members.filter(m => messages.includes(m.id))
  return html`<li>
    <b>${t(words['waiting.some'], { n: `${messages.length}` })}</b>
    <span
      >${threads.map(({ id, name }, place) => html`${place === 0 ? '' : ', '}<a href="#/tim/${id}">${name}</a>`)}</span
    >
  </li>`
}

function contestLine({ id, officer, period, may, until, decider }: Contest) {
  const what = may.decide ? t(words['waiting.decide']) : t(words['waiting.explain'], { name: decider ?? '—' })
  return html`<li>
    <span
      ><a href="#/keberatan/${id}"><b>${t(words['waiting.contest'], { name: officer.name })}</b></a
      ><br /><small class="soft">${periodSays(period)}. ${what}</small></span
    >
    <span>${t(words['waiting.until'], { day: daySays(may.decide ? until.decide : until.answer) })}</span>
  </li>`
}

/** What of one officer waits, in a word for each kind. */
export function waitsOf(officer: string, { reports, absences, contests, messages }: Waiting): readonly string[] {
  const n = reports.filter(id => id === officer).length
  const unread = messages.filter(id => id === officer).length
  return [
    ...(n > 0 ? [t(words['waits.reports'], { n: `${n}` })] : []),
    ...(contests.some(c => c.officer.id === officer) ? [t(words['waits.contest'])] : []),
    ...(absences.includes(officer) ? [t(words['waits.absence'])] : []),
    ...(unread > 0 ? [t(words['waits.messages'], { n: `${unread}` })] : []),
  ]
}

/** What the figures of a team are for. */
export function mayPane() {
  return html`<section class="pane" aria-labelledby="may">
    <h2 id="may">${t(words.may)}</h2>
    <ul class="may">
      ${([words.may1, words.may2, words.may3, words.may4] as const).map(line => html`<li>${t(line)}</li>`)}
    </ul>
  </section>`
}
