import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Lang } from '../../../shared/kit/words.ts'
import { MOST_SIGNS, OWN_KINDS, PLACES, type OwnKind } from '../../../shared/messages/own-words.ts'
import { editedOffice } from '../../../shared/office/structure/change.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { MESSAGES, writeMessage } from '../../../shared/text/messages.ts'
import { exampleText, kindText, ownMessagesText as words } from '../../../shared/text/own-messages.ts'
import { say } from '../../../shared/text/text.ts'
import { t } from '../../../shared/web/lang.ts'
import { icon } from '../../../shared/web/ui/icons.ts'
import { wordsField } from '../form/fields.ts'
import { foldedStyles } from '../form/form-styles.ts'
import { officeModel, tidied } from '../form/office-draft.ts'
import { StructurePage } from '../form/structure-page.ts'

const LANGS: readonly Lang[] = ['id', 'en']

/** The messages to phones, each in the usual words or in the office's own, and how it reads. */
@customElement('admin-messages')
export class AdminMessages extends StructurePage<OfficeInfo> {
  static override styles = [
    ...StructurePage.styles,
    foldedStyles,
    css`
      details {
        padding: 0.3rem 0;
        border-bottom: 1px solid var(--line);
      }
      details:last-child {
        border: 0;
      }
      .example {
        margin: 0;
        overflow-wrap: anywhere;
      }
    `,
  ]

  protected readonly model = officeModel

  protected override get wanted(): OfficeInfo {
    return tidied(this.draft)
  }

  protected override form(): TemplateResult {
    return html`<header class="head">
        <div>
          <h1>${t(words.title)}</h1>
          <p class="soft">${t(words.lead)}</p>
        </div>
      </header>
      <section class="pane" aria-label=${t(words.title)}>${OWN_KINDS.map(kind => this.#message(kind))}</section>`
  }

  #message(kind: OwnKind) {
    const own = this.draft.messages[kind]
    const isOwn = own.some(text => text.trim() !== '')
    const field = `messages.${kind}`
    const wrong = this.unsoundAt(field)
    const places = PLACES[kind].map(place => `{${place}}`).join(' ')
    const set = (said: OfficeInfo['messages'][OwnKind]) =>
      this.set(editedOffice(this.draft, { messages: { [kind]: said } }))
    return html`<details ?open=${wrong !== ''}>
      <summary>
        ${icon('chevron')}<b>${t(kindText[kind])}</b> ${isOwn ? html`<small>${t(words.ownMark)}</small>` : nothing}
      </summary>
      <div class="inside">
        ${wordsField({ field, label: t(words.own), of: t(kindText[kind]), wrong, rows: 3, most: MOST_SIGNS }, own, set)}
        <p class="note">${t(words.places, { places })}</p>
        ${isOwn ? nothing : html`<p class="note">${t(words.usual)}: ${t(MESSAGES[kind].text)}</p>`}
        ${LANGS.map(lang => this.#example(kind, lang))}
      </div>
    </details>`
  }

  /** How it reads on a phone. */
  #example(kind: OwnKind, lang: Lang) {
    const values = Object.fromEntries(Object.entries(exampleText).map(([place, text]) => [place, say(text, lang)]))
    const { text } = writeMessage(kind, { ...values, path: '/t/8fk2' }, lang, location.origin, this.wanted.messages)
    return html`<p class="example" lang=${lang}>
      <small>${t(words.example)} (${lang.toUpperCase()}), ${t(words.signs, { n: text.length })}</small><br />${text}
    </p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-messages': AdminMessages
  }
}
