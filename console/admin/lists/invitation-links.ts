import { LitElement, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../../shared/contracts/api.ts'
import { listsText as words } from '../../../shared/text/lists.ts'
import { LangController, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { emit } from '../../../shared/web/ui/emit.ts'
import '../../../shared/web/ui/ui-button.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { listStyles } from './list-styles.ts'

/** Somebody who was invited, with the link to hand over. */
export type Invitation = Reply<'POST /api/offices/:office/lists/staff/invite'>['invited'][number]

/** The links of a list of staff, shown once: copied one by one or all, or printed. `over` when they were handed over. */
@customElement('invitation-links')
export class InvitationLinks extends LitElement {
  static override styles = [baseStyles, paneStyles, listStyles]

  @property({ attribute: false }) people: readonly Invitation[] = []
  @state() private copied = false

  constructor() {
    super()
    new LangController(this)
  }

  protected override firstUpdated(): void {
    this.shadowRoot!.querySelector<HTMLElement>('h2')!.focus()
  }

  protected override render() {
    const all = this.people.map(one => `${one.name}\t${urlOf(one)}`).join('\n')
    return html`<section class="pane" aria-labelledby="title">
      <h2 id="title" tabindex="-1">${t(words['links.title'], { n: this.people.length })}</h2>
      <p class="soft">${t(words['links.why'])}</p>
      <ul class="links">
        ${this.people.map(
          one =>
            html`<li>
              <span><b>${one.name}</b><code>${urlOf(one)}</code></span>
              <ui-button
                variant="plain"
                label=${t(words['copy.for'], { name: one.name })}
                @click=${() => void this.#copy(urlOf(one))}
                >${t(words.copy)}</ui-button
              >
            </li>`,
        )}
      </ul>
      <footer>
        <p role="status">${this.copied ? t(words.copied) : ''}</p>
        <ui-button @click=${() => void this.#copy(all)}>${t(words['copy.all'])}</ui-button>
        <ui-button @click=${() => window.print()}>${t(words.print)}</ui-button>
        <ui-button variant="primary" @click=${() => emit(this, 'over')}>${t(words.done)}</ui-button>
      </footer>
    </section>`
  }

  async #copy(text: string): Promise<void> {
    // A browser that copies nothing says so by keeping quiet: the links stand there to be marked.
    await navigator.clipboard?.writeText(text).then(
      () => (this.copied = true),
      () => (this.copied = false),
    )
  }
}

/** A server that does not know its own name gives a path. */
function urlOf({ url }: Invitation): string {
  return url.startsWith('/') ? location.origin + url : url
}

declare global {
  interface HTMLElementTagNameMap {
    'invitation-links': InvitationLinks
  }
}
