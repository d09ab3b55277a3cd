import { css, html, type TemplateResult } from 'lit'
import type { Instant } from '../../shared/kit/time.ts'
import { UNDO_MS, type LastAct } from '../../shared/queue/act.ts'
import { ticketAt, type Counter, type QueueDay, type Ticket } from '../../shared/queue/day.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { kindOf } from '../../shared/queue/result.ts'
import { deskText } from '../../shared/text/desk.ts'
import { refusalReasonText, resultText } from '../../shared/text/result.ts'
import { t } from '../../shared/web/lang.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-key.ts'
import { counterName, serviceOf } from '../parts/names.ts'

/** What the slot of the last act needs to know. */
export interface Undoing {
  readonly office: OfficeInfo
  readonly day: QueueDay
  /** The act that can still be undone. */
  readonly last: LastAct<Ticket, Counter> | undefined
  /** The name of its counter. */
  readonly name: string
  readonly now: Instant
  readonly busy: boolean
  /** The connection is down. */
  readonly cut: boolean
  readonly undo: () => void
  /** Why the last key did nothing; it is said in the same place, for some seconds. */
  readonly hint: string | undefined
}

/** The slot above the desk that names the last act while it can be undone. It keeps its place, so that nothing below moves. */
export function undoSlot({ last, now, busy, cut, undo, hint, ...at }: Undoing): TemplateResult {
  if (hint) return html`<div class="undo-slot"><p class="hint" role="status">${icon('info')}${hint}</p></div>`
  if (!last) return html`<div class="undo-slot"></div>`
  const left = Math.min(UNDO_MS, Math.max(0, UNDO_MS - (now - last.at)))
  return html`<div class="undo-slot">
    <div class="undo" .style=${`--left: ${(left / UNDO_MS) * 100}%`}>
      ${icon('back')}
      <span>
        <b role="status">${wordsOf(last, at)}</b>
        <span>${t(deskText['undone.left'], { n: Math.ceil(left / 1_000) })}${noteOf(last)}</span>
      </span>
      <ui-button size="s" shortcut="Z" ?disabled=${cut} ?busy=${busy} @click=${undo}
        >${t(deskText['act.undo'])}<ui-key>Z</ui-key></ui-button
      >
    </div>
  </div>`
}

function wordsOf({ verb, steps }: LastAct<Ticket, Counter>, at: Pick<Undoing, 'office' | 'day' | 'name'>): string {
  if (verb === 'takeOver') return t(deskText['undone.takeOver'], { counter: at.name })
  const [number, next] = steps.map(s => s.ticket.number)
  const key = next === undefined ? (`undone.${verb}` as const) : 'undone.finishCall'
  const after = ticketAt(at.day, steps[0]!.ticket.no)
  return t(deskText[key], { number: number!, next: next ?? '', how: howOf(after), to: after ? whereOf(after, at) : '' })
}

/** How a visit ended, so that a slip of the hand is seen at once. */
function howOf(ticket: Ticket | undefined): string {
  const result = ticket?.result
  const how = t(resultText[kindOf(result)]).toLowerCase()
  return result?.kind === 'refused' ? `${how} (${t(refusalReasonText[result.reason]).toLowerCase()})` : how
}

function whereOf({ serviceId, sentTo }: Ticket, { office }: Pick<Undoing, 'office'>): string {
  const service = t(serviceOf(office, serviceId)?.name ?? ['', ''])
  return sentTo ? `${service}, ${counterName(office, sentTo)}` : service
}

/** What becomes of an effect that others would see. */
function noteOf({ steps }: LastAct<Ticket, Counter>): string {
  const types = steps.map(s => s.type)
  const act = types.includes('ticketSkipped') ? 'skip' : types.includes('ticketFinished') ? 'finish' : undefined
  return act ? `. ${t(deskText[`undone.note.${act}`])}` : ''
}

export const undoStyles = css`
  .undo-slot {
    height: 2.9rem;
    margin: 0 -0.5rem;
  }
  .undo {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0.8rem;
    align-items: center;
    height: 100%;
    padding: 0.25rem 0.35rem 0.25rem 0.9rem;
    border-radius: var(--r-m);
    background: var(--ink);
    color: var(--paper);
    overflow: hidden;
    --button-ground: transparent;
    --button-ink: var(--paper);
    --button-height: 2.3rem;
  }
  /* Two short lines that never wrap: the bar is as high as its slot. */
  .undo > span > * {
    display: block;
    overflow: hidden;
    font-size: var(--t-sm);
    line-height: 1.25;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .undo ui-button {
    --edge: currentColor;
  }
  .undo svg {
    width: 1.25rem;
    height: 1.25rem;
  }
  .undo::after {
    content: '';
    position: absolute;
    inset-inline-start: 0;
    bottom: 0;
    height: 0.2rem;
    width: var(--left);
    background: var(--call);
  }
  .hint {
    display: flex;
    gap: 0.7rem;
    align-items: center;
    height: 100%;
    padding: 0 0.9rem;
    border-radius: var(--r-m);
    background: var(--call-soft);
    font-size: var(--t-sm);
    line-height: 1.25;
  }
  .hint svg {
    flex: none;
    width: 1.25rem;
    height: 1.25rem;
  }
  @media (forced-colors: active) {
    .undo {
      border: 1px solid;
    }
  }
`
