import { html, type TemplateResult } from 'lit'
import { deskText } from '../../shared/text/desk.ts'
import { t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-key.ts'
import { actsIn, DESK_ACTS, may, type DeskAct } from './desk-acts.ts'
import type { DeskState } from './desk.ts'

/** What the small buttons in the head of the desk need to know. */
export interface Tools {
  readonly phase: DeskState
  readonly busy: string
  /** The connection is down. */
  readonly cut: boolean
  readonly mayTake: boolean
  readonly ask: (act: DeskAct) => void
}

/** The small buttons in the head of the desk: take a number, leave the counter, the list of keys. */
export function deskTools({ phase, busy, cut, mayTake, ask }: Tools): TemplateResult {
  const tool = (act: DeskAct) => {
    const { key = '', words } = DESK_ACTS[act]
    return html`<ui-button
      variant="plain"
      size="s"
      shortcut=${key}
      ?disabled=${act === 'keys' ? false : cut || (act === 'take' && !mayTake)}
      ?busy=${busy === act}
      @click=${() => ask(act)}
      >${t(deskText[words])}<ui-key>${key}</ui-key></ui-button
    >`
  }
  return html`<div class="tools" slot="tools">
    ${actsIn('head')
      .filter(act => may(act, phase))
      .map(tool)}
  </div>`
}
