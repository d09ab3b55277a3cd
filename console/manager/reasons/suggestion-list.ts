import { LitElement, css, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { TOPICS, textsAbout, topicsOf, type Topic } from '../../../shared/survey/topics.ts'
import { reasonsText as words } from '../../../shared/text/reasons.ts'
import { numberText } from '../../../shared/text/text.ts'
import { LangController, lang, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { fieldStyles } from '../../parts/field-styles.ts'

/** Suggestions that are open, with a search and a choice of topics among them; nothing more is asked of the server. */
@customElement('suggestion-list')
export class SuggestionList extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      .filters {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
        margin: 0.4rem 0;
      }
      .filters .field {
        flex: 1 1 12rem;
        max-width: 22rem;
      }
      p {
        margin: 0.3rem 0;
        font-size: var(--t-sm);
        color: var(--soft);
      }
      ul {
        display: grid;
        gap: 0.4rem;
        margin: 0 0 0.5rem;
        padding-inline-start: 1.1rem;
      }
      li {
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
    `,
  ]

  @property({ attribute: false }) texts: readonly string[] = []
  @state() private topic: Topic | undefined
  @state() private sought = ''

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const count = (n: number) => numberText(n, lang())
    const found = textsAbout(this.texts, this.topic, this.sought)
    const topics = TOPICS.map(topic => ({ topic, n: this.texts.filter(text => topicsOf(text).includes(topic)).length }))
    return html`<div class="filters">
        <label class="field">
          <span>${t(words.search)}</span>
          <input
            type="search"
            autocomplete="off"
            .value=${this.sought}
            @input=${(e: Event) => (this.sought = (e.target as HTMLInputElement).value)}
          />
        </label>
        <label class="field">
          <span>${t(words.topic)}</span>
          <select @change=${(e: Event) => this.#choose((e.target as HTMLSelectElement).value)}>
            <option value="" .selected=${this.topic === undefined}>
              ${t(words['topic.all'], { n: count(this.texts.length) })}
            </option>
            ${topics
              .filter(({ n }) => n > 0)
              .map(
                ({ topic, n }) =>
                  html`<option value=${topic} .selected=${topic === this.topic}>
                    ${t(words['topic.one'], { topic: t(words[`topic.${topic}`]), n: count(n) })}
                  </option>`,
              )}
          </select>
        </label>
      </div>
      <p role="status">
        ${
          found.length > 0
            ? t(words['found.n'], { n: count(found.length), all: count(this.texts.length) })
            : t(words['found.none'])
        }
      </p>
      <ul>
        ${found.map(text => html`<li>${text}</li>`)}
      </ul>`
  }

  #choose(value: string): void {
    this.topic = TOPICS.find(topic => topic === value)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'suggestion-list': SuggestionList
  }
}
