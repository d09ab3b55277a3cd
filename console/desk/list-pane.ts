import { html, type TemplateResult } from 'lit'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { Instant } from '../../shared/kit/time.ts'
import type { Counter, QueueDay } from '../../shared/queue/day.ts'
import { preparedAt } from '../../shared/queue/opening.ts'
import { deskText } from '../../shared/text/desk.ts'
import { t } from '../../shared/web/lang.ts'
import { may } from './desk-acts.ts'
import './desk-line.ts'
import type { LineAct, LineView } from './desk-line.ts'
import './desk-prepare.ts'
import type { DeskState, listsOf } from './desk.ts'

/** What the pane of the lists needs to know, and where its acts go. */
export interface Listed {
  readonly office: OfficeInfo
  readonly day: QueueDay
  readonly counter: Counter
  readonly lists: ReturnType<typeof listsOf>
  readonly now: Instant
  readonly view: LineView
  readonly phase: DeskState
  readonly busy: string
  /** The connection is down. */
  readonly cut: boolean
  /** May call out of order. */
  readonly mayPick: boolean
  /** A sheet stands over it. */
  readonly inert: boolean
  readonly show: (view: LineView) => void
  readonly act: (act: LineAct) => void
}

/** The pane of the lists: who waits, was put aside or missed a call, and the counter's papers to come. */
export function listPane(it: Listed): TemplateResult {
  const { office, day, counter, lists, now, view, phase } = it
  return html`<section class="pane list" ?inert=${it.inert} aria-label=${t(deskText['line.title'])}>
    <desk-line
      .office=${office}
      .waiting=${lists.waiting}
      .parked=${lists.parked}
      .missed=${lists.missed}
      .now=${now}
      view=${view}
      ?mayPick=${it.mayPick && may('pick', phase)}
      ?free=${may('resume', phase)}
      ?disabled=${it.cut}
      busy=${it.busy}
      ?keyless=${phase === 'serving'}
      @view=${(e: CustomEvent<LineView>) => it.show(e.detail)}
      @line=${(e: CustomEvent<LineAct>) => it.act(e.detail)}
    ></desk-line>
    <desk-prepare .office=${office} .day=${day} .services=${preparedAt(day, counter)} .now=${now}> </desk-prepare>
  </section>`
}
