import { html, type TemplateResult } from 'lit'
import type { Instant } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { undoableBy } from '../../shared/queue/commands/undo.ts'
import type { Counter, QueueDay, Ticket } from '../../shared/queue/day.ts'
import { lang } from '../../shared/web/lang.ts'
import { counterName } from '../parts/names.ts'
import type { DeskAct } from './desk-acts.ts'
import './desk-buttons.ts'
import './desk-current.ts'
import { deskTools } from './desk-tools.ts'
import { undoSlot } from './desk-undo.ts'
import { goesOnTo, restOf, type DeskState, type KnownReason, type listsOf } from './desk.ts'

/** What the pane of the present visit needs to know, and where its acts go. */
export interface Present {
  readonly office: OfficeInfo
  readonly day: QueueDay
  readonly counter: Counter
  readonly current: Ticket | undefined
  /** Why the ticket was called, as far as it is known. */
  readonly because: KnownReason | undefined
  readonly lists: ReturnType<typeof listsOf>
  readonly phase: DeskState
  readonly busy: string
  readonly now: Instant
  /** The connection is down. */
  readonly cut: boolean
  readonly mayTake: boolean
  /** A sheet stands over it. */
  readonly inert: boolean
  /** Why the last key did nothing. */
  readonly hint: string | undefined
  readonly ask: (act: DeskAct) => void
}

/** The pane of the present visit: the last act, who stands at the counter and why, and every act that is due. */
export function currentPane(it: Present): TemplateResult {
  const { office, day, counter, current, phase, busy, now, cut, ask } = it
  const { waiting } = it.lists
  const name = counterName(office, counter.id)
  return html`<section
    class="pane cur"
    ?inert=${it.inert}
    aria-label=${name}
    @act=${(e: CustomEvent<DeskAct>) => ask(e.detail)}
  >
    ${undoSlot({
      ...{ office, day, ...lastOf(it), now, busy: busy === 'undo', cut, hint: it.hint },
      undo: () => ask('undo'),
    })}
    <desk-current
      .office=${office}
      .counter=${counter}
      .counters=${Object.values(day.counters)}
      .current=${current}
      .because=${it.because}
      .waiting=${waiting}
      .now=${now}
      ?disabled=${cut}
      >${deskTools({ phase, busy, cut, mayTake: it.mayTake, ask })}</desk-current
    >
    <desk-buttons
      state=${phase}
      .waiting=${waiting.length}
      current=${current?.number ?? ''}
      next=${waiting[0]?.number ?? ''}
      counterName=${name}
      goesOn=${current ? goesOnTo(office, counter, Object.values(day.counters), current, lang()) : ''}
      busy=${busy}
      .rest=${(act: DeskAct) => restOf(act, day, current, now)}
      ?offline=${cut}
    ></desk-buttons>
  </section>`
}

/** The last act that the officer may undo, at the own counter or by taking another over. */
function lastOf({ office, day, counter, now }: Present) {
  const { officerId } = counter
  const it = officerId === undefined ? undefined : undoableBy(day, `staff:${officerId}`, now)
  return { last: it?.last, name: it ? counterName(office, it.counterId) : '' }
}
