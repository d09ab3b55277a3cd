import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { MOST_LINE, MOST_TEXT, TEXTS, type TextId } from '../../../shared/survey/report/draft.ts'
import { skmReportText as words } from '../../../shared/text/skm-report.ts'
import { LangController, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { emit } from '../../../shared/web/ui/emit.ts'
import '../../../shared/web/ui/ui-button.ts'
import '../../../shared/web/ui/ui-tag.ts'
import { fieldStyles } from '../../parts/field-styles.ts'
import { reportStyles } from './report-styles.ts'

/** What was decided of one text: its words, `undefined` while they are the proposal, and its heading where it is another. */
export interface TextChange {
  readonly id: TextId
  readonly text?: string | undefined
  readonly title?: string | undefined
  /** What is proposed now was looked at. */
  readonly looked?: boolean
}

/** One text of the report under its heading: proposed, accepted or rewritten. Raises `text` at every change, with all that is decided. */
@customElement('report-text')
export class ReportText extends LitElement {
  static override styles = [baseStyles, fieldStyles, reportStyles]

  @property({ attribute: false }) of!: TextId
  @property({ attribute: false }) proposal = ''
  /** `undefined` while nobody has decided it. */
  @property({ attribute: false }) text: string | undefined
  @property({ attribute: false }) heading: string | undefined
  /** Its proposal has changed since it was decided. */
  @property({ type: Boolean }) outdated = false
  /** What somebody else saved of it meanwhile; empty where that was nothing. */
  @property({ attribute: false }) theirs: string | undefined

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const [number, usual] = TEXTS[this.of]
    const title = `${number} ${this.heading ?? usual}`.trim()
    const decided = this.text !== undefined
    const shown = this.text ?? this.proposal
    const open = !decided || this.outdated
    const says = this.outdated ? 'text.outdated' : decided ? 'text.decided' : 'text.proposed'
    return html`<section class="one ${open ? 'open' : ''}" aria-labelledby="name">
      <div class="name">
        <h3 id="name" lang="id">${title}</h3>
        <ui-tag tone=${open ? 'warn' : 'go'}>${t(words[says])}</ui-tag>
      </div>
      <div class="field">
        <textarea
          lang="id"
          aria-labelledby="name"
          rows=${Math.min(10, 2 + Math.ceil(shown.length / 110))}
          maxlength=${MOST_TEXT}
          .value=${shown}
          @input=${(e: Event) => this.#put({ text: (e.target as HTMLTextAreaElement).value })}
        ></textarea>
      </div>
      ${this.outdated ? this.#beside(title) : nothing}
      ${this.theirs === undefined ? nothing : this.#other(title, this.theirs)}
      <div class="acts">
        ${
          decided
            ? html`<ui-button
                size="s"
                variant="plain"
                label=${t(words['back.label'], { title })}
                @click=${() => this.#put({ text: undefined })}
                >${t(words.back)}</ui-button
              >`
            : html`<ui-button
                size="s"
                label=${t(words['accept.label'], { title })}
                @click=${() => this.#put({ text: this.proposal }, true)}
                >${t(words.accept)}</ui-button
              >`
        }
        <details>
          <summary aria-label=${t(words['heading.label'], { title })}>${t(words['heading.edit'])}</summary>
          <label class="field"
            ><span>${t(words.heading)}</span
            ><input
              lang="id"
              maxlength=${MOST_LINE}
              .value=${this.heading ?? usual}
              @input=${(e: Event) => this.#name((e.target as HTMLInputElement).value.trim(), usual)}
          /></label>
        </details>
      </div>
    </section>`
  }

  /** What the figures propose by now. */
  #beside(title: string) {
    return html`<p class="note">${t(words['now.proposed'])}</p>
      ${this.#paragraphs(this.proposal)}
      <div class="acts">
        <ui-button
          size="s"
          label=${t(words['now.takeLabel'], { title })}
          @click=${() => this.#put({ text: this.proposal }, true)}
          >${t(words['now.take'])}</ui-button
        >
        <ui-button
          size="s"
          variant="plain"
          label=${t(words['now.keepLabel'], { title })}
          @click=${() => this.#put({ text: this.text }, true)}
          >${t(words['now.keep'])}</ui-button
        >
      </div>`
  }

  #other(title: string, theirs: string) {
    return html`<p class="note">${t(words['theirs.say'])}</p>
      ${theirs === '' ? html`<p>${t(words['theirs.none'])}</p>` : this.#paragraphs(theirs)}
      ${
        theirs === ''
          ? nothing
          : html`<div class="acts">
              <ui-button
                size="s"
                label=${t(words['theirs.takeLabel'], { title })}
                @click=${() => this.#put({ text: theirs })}
                >${t(words['theirs.take'])}</ui-button
              >
            </div>`
      }`
  }

  #paragraphs(said: string) {
    return said.split(/\n+/).map(line => html`<p lang="id">${line}</p>`)
  }

  /** An emptied heading is the usual one. */
  #name(title: string, usual: string): void {
    this.heading = title === '' || title === usual ? undefined : title
    this.#tell()
  }

  #put({ text }: { readonly text: string | undefined }, looked = false): void {
    this.text = text
    this.#tell(looked)
  }

  #tell(looked = false): void {
    const change: TextChange = { id: this.of, text: this.text, title: this.heading, looked }
    emit(this, 'text', change)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'report-text': ReportText
  }
}
