import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Reply } from '../../../shared/contracts/api.ts'
import { usernameMadeOf } from '../../../shared/office/file/usernames.ts'
import { peopleText } from '../../../shared/text/people.ts'
import { actOf } from '../../../shared/web/act.ts'
import { LangController, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { emit } from '../../../shared/web/ui/emit.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-button.ts'
import { ask } from '../../parts/ask.ts'
import { fieldStyles } from '../../parts/field-styles.ts'
import { sentenceOf } from '../../parts/sentence.ts'
import { isLike } from './people-parts.ts'

type Person = Reply<'GET /api/offices/:office/people'>['people'][number]

/** Corrects the name, e-mail and number of somebody. `corrected` once it is done. */
@customElement('person-known')
export class PersonKnown extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      summary {
        min-height: 2.2rem;
        cursor: pointer;
        font-weight: 650;
      }
      form {
        display: grid;
        gap: 0.6rem;
        justify-items: start;
      }
      .field,
      input {
        width: min(24rem, 100%);
      }
      p {
        margin: 0;
        color: var(--soft);
      }
    `,
  ]

  @property() office = ''
  @property({ attribute: false }) person!: Person
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { name, email, employeeNumber } = this.person
    const field = (of: 'name' | 'email' | 'number', value: string) =>
      html`<label class="field"
        ><span>${t(peopleText[`new.${of}`])}</span
        ><input
          name=${of}
          autocomplete="off"
          type=${of === 'email' ? 'email' : 'text'}
          ?required=${of === 'name'}
          .value=${value}
      /></label>`
    return html`<details>
      <summary>${t(peopleText.correct)}</summary>
      <form @submit=${this.#onSubmit}>
        ${field('name', name)} ${field('email', email ?? '')} ${field('number', employeeNumber ?? '')}
        ${usernameMadeOf(this.person) ? html`<p>${t(peopleText['correct.username'])}</p>` : nothing}
        <p>${t(peopleText['correct.why'])}</p>
        <div role="alert">
          ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>` : nothing}
        </div>
        <ui-button type="submit" ?busy=${this.#act.busy()}>${t(peopleText['correct.go'])}</ui-button>
      </form>
    </details>`
  }

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (this.#act.busy()) return
    const given = new FormData(event.currentTarget as HTMLFormElement)
    const text = (name: string) => (given.get(name) as string).trim()
    const params = { office: this.office, person: this.person.id }
    const known = { name: text('name'), email: text('email') || null, employeeNumber: text('number') || null }
    const body = { ...known, meant: isLike(this.#act.error, known.name) }
    const done = await this.#act.run(body, key =>
      ask('POST /api/offices/:office/people/:person/correct', { params, body }, key),
    )
    if (!done) return
    this.renderRoot.querySelector('details')!.open = false
    emit(this, 'corrected')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'person-known': PersonKnown
  }
}
