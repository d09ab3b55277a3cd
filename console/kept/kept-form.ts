import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import { keptText as words } from '../../shared/text/kept.ts'
import { t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import { keepText, keptText, textOwner, type Fields } from './kept-text.ts'

/** A form whose text is kept. */
export interface Typing {
  /** Names the form and what it is about, so that nothing typed about one ticket stands in the form of another. */
  readonly form: () => string
  /** What is typed now; `undefined` where that is nothing worth keeping. */
  readonly read: () => Fields | undefined
  readonly write: (kept: Fields) => void
}

/** Keeps what is typed in a form through a change of page and a reload, until it is sent or thrown away. */
export class KeptForm implements ReactiveController {
  /** The form began with what was typed before. */
  restored = false
  private of: string | undefined
  private form: string | undefined
  private last: string | undefined
  private readonly host: ReactiveControllerHost
  private readonly typing: Typing

  constructor(host: ReactiveControllerHost, typing: Typing) {
    this.host = host
    this.typing = typing
    host.addController(this)
  }

  hostConnected(): void {
    this.of = textOwner()
  }

  hostUpdate(): void {
    const form = this.typing.form()
    if (form === this.form) return
    this.form = form
    const kept = keptText(form)
    this.restored = kept !== undefined
    if (kept) this.typing.write(kept)
    this.last = JSON.stringify(this.typing.read())
  }

  hostUpdated(): void {
    // Somebody else has signed in meanwhile: what stands here is not theirs.
    if (this.of === undefined || this.of !== textOwner()) return
    const fields = this.typing.read()
    const typed = JSON.stringify(fields)
    if (typed === this.last) return
    this.last = typed
    keepText(this.form!, fields)
    if (fields !== undefined || !this.restored) return
    this.restored = false
    this.host.requestUpdate()
  }

  /** Forgets what is kept of the form as it stands: it was sent, or thrown away. */
  drop(): void {
    this.restored = false
    this.last = JSON.stringify(this.typing.read())
    if (this.form !== undefined && this.of === textOwner()) keepText(this.form, undefined)
    this.host.requestUpdate()
  }

  /** Says that the form holds text from before, with the way to begin anew. */
  note(clear: () => void): TemplateResult | typeof nothing {
    if (!this.restored) return nothing
    return html`<ui-banner tone="info"
      >${t(words.restored)}<ui-button slot="action" size="s" @click=${clear}>${t(words.clear)}</ui-button></ui-banner
    >`
  }
}
