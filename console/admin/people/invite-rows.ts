import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Reply } from '../../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { MOST_OF_PERSON } from '../../../shared/office/person.ts'
import { importProblemText } from '../../../shared/text/imports.ts'
import { peopleText } from '../../../shared/text/people.ts'
import { actOf } from '../../../shared/web/act.ts'
import { LangController, lang, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { emit } from '../../../shared/web/ui/emit.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-button.ts'
import { contentOf, csvOf, type Invitation } from '../lists/invitation.ts'
import type { InvitationLinks } from '../lists/invitation-links.ts'
import '../lists/invitation-links.ts'
import { ask } from '../../parts/ask.ts'
import { fieldStyles } from '../../parts/field-styles.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { sentenceOf } from '../../parts/sentence.ts'
import { roleName } from '../roles/role-name.ts'

type Roles = Reply<'GET /api/offices/:office/people'>['roles']
type Problems = Reply<'POST /api/offices/:office/lists/staff/invite'>['problems']
interface Row {
  readonly name: string
  readonly role: string
  readonly email: string
  /** Somebody else is called so, too. */
  readonly meant: boolean
}

const EMPTY: Row = { name: '', role: 'officer', email: '', meant: false }
/** Above the first row stands the head of the list. */
const HEAD = 1

/** Several people invited in one go, a row for each; then their links. `invited` once they have accounts. */
@customElement('invite-rows')
export class InviteRows extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    paneStyles,
    css`
      :host {
        display: block;
      }
      .soft {
        color: var(--soft);
      }
      ol {
        display: grid;
        gap: 0.5rem;
        margin: 0.8rem 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 5fr) minmax(0, 4fr) minmax(0, 5fr);
        gap: 0.3rem 0.5rem;
        align-items: end;
      }
      li + li .field > span {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      input,
      select {
        width: 100%;
      }
      .why {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem 0.8rem;
        align-items: center;
        grid-column: 1 / -1;
        margin: 0 0 0.3rem;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
      }
      @media (max-width: 40rem) {
        li {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          padding-bottom: 0.6rem;
          border-bottom: 1px solid var(--line);
        }
        li .field:first-child {
          grid-column: 1 / -1;
        }
        li + li .field > span {
          position: static;
          width: auto;
          height: auto;
          clip-path: none;
        }
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) roles: Roles = []
  @state() private rows: readonly Row[] = [EMPTY, EMPTY, EMPTY]
  @state() private problems: Problems = []
  @state() private invited: readonly Invitation[] = []
  @query('form') private form!: HTMLFormElement
  @query('invitation-links') private links!: InvitationLinks | null
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    if (this.invited.length > 0)
      return html`<invitation-links
        .office=${this.office}
        .people=${this.invited}
        @over=${() => this.#over()}
      ></invitation-links>`
    const n = this.rows.filter(isFilled).length
    return html`<section class="pane" aria-labelledby="rows">
      <h2 id="rows">${t(peopleText['rows.title'])}</h2>
      <p class="soft">${t(peopleText['rows.why'])}</p>
      <form @submit=${this.#onSubmit}>
        <ol>
          ${this.rows.map((row, i) => this.#row(row, i))}
        </ol>
        <div role="alert">
          ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>` : nothing}
          ${this.problems
            .filter(p => p.row <= HEAD)
            .map(p => html`<ui-banner tone="bad">${importProblemText(p, lang())}</ui-banner>`)}
        </div>
        <div class="acts">
          <ui-button variant="primary" type="submit" ?disabled=${n === 0} ?busy=${this.#act.busy()}
            >${t(peopleText['rows.go'], { n })}</ui-button
          >
          <ui-button @click=${() => (this.rows = [...this.rows, EMPTY])}>${t(peopleText['rows.more'])}</ui-button>
        </div>
        <button type="submit" hidden></button>
      </form>
    </section>`
  }

  #row(row: Row, i: number) {
    const wrong = this.problems.filter(p => p.row === i + HEAD + 1)
    const like = wrong.length > 0 && wrong.every(p => p.word === 'personLike' || p.word === 'rowLike')
    const set = (change: Partial<Row>) => this.#set(i, change)
    const typed = (e: Event) => (e.target as HTMLInputElement).value
    return html`<li>
      <label class="field"
        ><span>${t(peopleText['new.name'])}</span
        ><input
          autocomplete="off"
          maxlength=${MOST_OF_PERSON}
          aria-invalid=${wrong.length > 0}
          .value=${row.name}
          @input=${(e: Event) => set({ name: typed(e), meant: false })}
      /></label>
      <label class="field"
        ><span>${t(peopleText.role)}</span
        ><select @change=${(e: Event) => set({ role: typed(e) })}>
          ${this.roles
            .filter(role => role.givable)
            .map(
              ({ id }) => html`<option value=${id} ?selected=${id === row.role}>${roleName(id, this.roles)}</option>`,
            )}
        </select></label
      >
      <label class="field"
        ><span>${t(peopleText['new.email'])}</span
        ><input
          type="email"
          autocomplete="off"
          maxlength=${MOST_OF_PERSON}
          .value=${row.email}
          @input=${(e: Event) => set({ email: typed(e) })}
      /></label>
      ${
        wrong.length > 0
          ? html`<p class="wrong why">
              <span>${wrong.map(p => importProblemText(inRows(p), lang())).join(' ')}</span>
              ${
                like
                  ? html`<ui-button size="s" @click=${() => set({ meant: true })}
                      >${t(peopleText['rows.mean'])}</ui-button
                    >`
                  : nothing
              }
            </p>`
          : nothing
      }
    </li>`
  }

  /** How many are typed and not invited. */
  get unsent(): number {
    return this.invited.length > 0 ? 0 : this.rows.filter(isFilled).length
  }

  /** How many links stand here that nobody has copied or printed: they are shown only now. */
  get unkept(): number {
    return this.links?.unkept ?? 0
  }

  send(): void {
    this.form.requestSubmit()
  }

  #set(i: number, change: Partial<Row>): void {
    this.rows = this.rows.map((row, at) => (at === i ? { ...row, ...change } : row))
    this.problems = this.problems.filter(p => p.row !== i + HEAD + 1)
    if (isFilled(this.rows.at(-1)!)) this.rows = [...this.rows, EMPTY]
  }

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (this.#act.busy() || !this.rows.some(isFilled)) return
    const cells = this.rows.map(row => (isFilled(row) ? [row.name, row.role, row.email] : ['', '', '']))
    const params = { office: this.office.id }
    const body = {
      content: contentOf(csvOf([['nama', 'peran', 'surel'], ...cells])),
      without: [],
      meant: this.rows.flatMap((row, i) => (row.meant ? [i + HEAD + 1] : [])),
    }
    const answer = await this.#act.run(body, key =>
      ask('POST /api/offices/:office/lists/staff/invite', { params, body }, key),
    )
    if (!answer) return
    this.problems = answer.problems
    this.invited = answer.invited
    if (answer.invited.length > 0) emit(this, 'invited')
  }

  #over(): void {
    this.invited = []
    this.rows = [EMPTY, EMPTY, EMPTY]
    emit(this, 'over')
  }
}

const isFilled = ({ name, email }: Row) => name.trim() !== '' || email.trim() !== ''

/** A problem that names another row says it as these rows are counted. */
function inRows(problem: Problems[number]): Problems[number] {
  const { row } = problem.values
  return typeof row === 'number' ? { ...problem, values: { ...problem.values, row: row - HEAD } } : problem
}

declare global {
  interface HTMLElementTagNameMap {
    'invite-rows': InviteRows
  }
}
