import { css, html, type TemplateResult } from 'lit'
import type { Instant } from '../../shared/kit/time.ts'
import { UNDO_MS, type LastAct } from '../../shared/queue/act.ts'
import type { Counter, Ticket } from '../../shared/queue/day.ts'
import { deskText } from '../../shared/text/desk.ts'
import { t } from '../../shared/web/lang.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-key.ts'

/** What the slot of the last act needs to know. */
export interface Undoing {
  /** The act that can still be undone. */
  readonly last: LastAct<Ticket, Counter> | undefined
  /** The name of its counter. */
  readonly name: string
  readonly now: Instant
  readonly busy: boolean
  /** The connection is down. */
  readonly cut: boolean
  readonly undo: () => void
}

/** The slot above the desk that names the last act while it can be undone. It keeps its place, so that nothing below moves. */
export function undoSlot({ last, name, now, busy, cut, undo }: Undoing): TemplateResult {
  if (!last) return html`<div class="undo-slot"></div>`
  const left = Math.min(UNDO_MS, Math.max(0, UNDO_MS - (now - last.at)))
  return html`<div class="undo-slot">
    <div class="undo" .style=${`--left: ${(left / UNDO_MS) * 100}%`}>
      ${icon('back')}
      <span>
        <b role="status">${wordsOf(last, name)}</b>
        <span>${t(deskText['undone.left'], { n: Math.ceil(left / 1_000) })}${noteOf(last)}</span>
      </span>
      <ui-button size="s" shortcut="Z" ?disabled=${cut} ?busy=${busy} @click=${undo}
        >${t(deskText['act.undo'])}<ui-key>Z</ui-key></ui-button
      >
    </div>
  </div>`
}

function wordsOf({ verb, steps }: LastAct<Ticket, Counter>, counter: string): string {
  if (verb === 'takeOver') return t(deskText['undone.takeOver'], { counter })
  const [number, next] = steps.map(s => s.ticket.number)
  const key = next === undefined ? (`undone.${verb}` as const) : 'undone.finishCall'
  return t(deskText[key], { number: number!, next: next ?? '' })
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
  @media (forced-colors: active) {
    .undo {
      border: 1px solid;
    }
  }
`
