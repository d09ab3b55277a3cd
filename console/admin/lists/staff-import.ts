import { LitElement, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Reply } from '../../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { importProblemText } from '../../../shared/text/imports.ts'
import { listsText as words } from '../../../shared/text/lists.ts'
import { actOf } from '../../../shared/web/act.ts'
import { LangController, lang, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { emit } from '../../../shared/web/ui/emit.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-button.ts'
import '../../../shared/web/ui/ui-tag.ts'
import { ask } from '../../parts/ask.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { sentenceOf } from '../../parts/sentence.ts'
import { roleName } from '../roles/role-name.ts'
import { LeaveGuard } from '../../leave/leave-guard.ts'
import { leaveDialog } from '../../leave/people-dialog.ts'
import type { InvitationLinks } from './invitation-links.ts'
import './invitation-links.ts'
import type { Invitation } from './invitation.ts'
import './list-file.ts'
import type { GivenList } from './list-file.ts'
import { listStyles } from './list-styles.ts'

type Looked = Reply<'POST /api/offices/:office/lists/staff'>
type Row = Looked['rows'][number]
type Problems = Looked['problems']

/** The list as it was read at first, which rows are left out of it, and what is wrong with the others. */
interface Preview extends GivenList {
  readonly rows: readonly Row[]
  readonly own: Looked['own']
  readonly out: ReadonlySet<number>
  /** Rows that are meant, though somebody of that name is there. */
  readonly meant: ReadonlySet<number>
  readonly problems: Problems
}

/** Brings the staff of an office as a list: looked at row by row, then everybody invited or nobody. `done` once the links were handed over. */
@customElement('staff-import')
export class StaffImport extends LitElement {
  static override styles = [baseStyles, paneStyles, listStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @state() private preview: Preview | undefined
  @state() private invited: readonly Invitation[] = []
  @query('invitation-links') private links!: InvitationLinks | null
  readonly #guard = new LeaveGuard(this, () => (this.links?.unkept ?? 0) > 0)
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
        ></invitation-links>
        ${leaveDialog(this.#guard, 0, this.links?.unkept ?? 0)}`
    return html`<section class="pane" aria-labelledby="title">
      ${this.preview ? this.#look(this.preview) : this.#file()}
      <div role="alert">
        ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>` : nothing}
      </div>
    </section>`
  }

  #file() {
    return html`<h2 id="title">${t(words['staff.title'])}</h2>
      <p class="soft">${t(words['staff.lead'])}</p>
      <list-file kind="staff" @given=${(e: CustomEvent<GivenList>) => void this.#given(e)}></list-file>`
  }

  #look(preview: Preview) {
    const { name, rows, out, problems } = preview
    const bad = new Set(problems.filter(p => p.row > 1 && !out.has(p.row)).map(p => p.row))
    const whole = problems.filter(p => p.row < 2)
    const ready = rows.length - bad.size - out.size
    return html`<header>
        <div>
          <h2 id="title" tabindex="-1">${t(words['preview.title'])}</h2>
          <p class="soft"><b>${name}</b> · ${t(words['preview.what'], { n: rows.length })}</p>
        </div>
        <ui-button @click=${() => this.#again()}>${t(words['choose.another'])}</ui-button>
      </header>
      <div role="status">
        ${whole.map(p => html`<ui-banner tone="bad">${importProblemText(p, lang())}</ui-banner>`)}
        ${
          bad.size > 0
            ? html`<ui-banner tone="bad"
                ><b>${t(words['bad.title'], { n: bad.size, all: rows.length })}</b> ${t(words['bad.staff'])}</ui-banner
              >`
            : nothing
        }
      </div>
      ${rows.length > 0 ? this.#table(preview) : nothing}
      <footer>
        <p class="soft">
          ${t(words[out.size > 0 ? 'count.out' : 'count'], { n: ready, bad: bad.size, out: out.size })}
        </p>
        ${
          bad.size > 0
            ? html`<ui-button ?busy=${this.#act.busy('look')} @click=${() => void this.#leave([...out, ...bad])}
                >${t(words['leave.all'], { n: bad.size })}</ui-button
              >`
            : nothing
        }
        <ui-button
          variant="primary"
          ?disabled=${problems.length > 0 || ready === 0}
          ?busy=${this.#act.busy() && !this.#act.busy('look')}
          @click=${() => void this.#invite(preview)}
          >${t(words['staff.go'], { n: ready })}</ui-button
        >
      </footer>`
  }

  #table(preview: Preview) {
    const inHall = this.office.agencies.length > 0
    const head = [
      'row',
      'name',
      'email',
      'nip',
      'role',
      ...(inHall ? (['agency'] as const) : []),
      'counter',
      'result',
    ] as const
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t(words['preview.rows'])}>
      <table>
        <thead>
          <tr>
            ${head.map(column => html`<th scope="col">${t(words[column])}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${preview.rows.map(row => this.#row(row, preview))}
        </tbody>
      </table>
    </div>`
  }

  #row({ row, name, username, email, nip, roles, counter, agency }: Row, { out, meant, problems, own }: Preview) {
    const left = out.has(row)
    const wrong = left ? [] : problems.filter(p => p.row === row)
    const like = wrong.length > 0 && wrong.every(p => p.word === 'personLike' || p.word === 'rowLike')
    const rest = left ? [...out].filter(one => one !== row) : [...out, row]
    const number = nip === null ? '–' : nip.replace(/^(.{8}).+(.{4})$/, '$1…$2')
    return html`<tr class=${left ? 'out' : wrong.length > 0 ? 'err' : ''}>
      <td class="fig">${row}</td>
      <td><b>${name || '–'}</b></td>
      <td>${email ?? username}</td>
      <td class="fig" data-label=${t(words.nip)}>${number}</td>
      <td data-label=${t(words.role)}>${roles.map(role => roleName(role, own)).join(', ') || '–'}</td>
      ${this.office.agencies.length > 0 ? html`<td data-label=${t(words.agency)}>${this.#agency(agency)}</td>` : nothing}
      <td data-label=${t(words.counter)}>${counter ?? '–'}</td>
      <td>
        ${
          left
            ? html`<ui-tag>${t(words.out)}</ui-tag>`
            : wrong.length > 0
              ? html`<span class="why">${wrong.map(p => importProblemText(p, lang())).join(' ')}</span>`
              : html`<ui-tag tone="go">${t(words.ready)}</ui-tag>`
        }
        ${
          like
            ? html`<ui-button
                variant="plain"
                ?busy=${this.#act.busy('look')}
                label=${t(words['mean.row'], { row })}
                @click=${() => void this.#leave([...out], [...meant, row])}
                >${t(words.mean)}</ui-button
              >`
            : nothing
        }
        <ui-button
          variant="plain"
          ?busy=${this.#act.busy('look')}
          label=${t(words[left ? 'back.row' : 'leave.row'], { row })}
          @click=${() => void this.#leave(rest)}
          >${t(words[left ? 'back' : 'leave'])}</ui-button
        >
      </td>
    </tr>`
  }

  #agency(id: string | null): string {
    const found = this.office.agencies.find(a => a.id === id)
    return found ? t(found.name) : '–'
  }

  async #given({ detail }: CustomEvent<GivenList>): Promise<void> {
    const looked = await this.#ask(detail, [], [])
    if (!looked) return
    this.preview = { ...detail, ...looked, out: new Set(), meant: new Set() }
    await this.updateComplete
    this.shadowRoot!.querySelector<HTMLElement>('#title')!.focus()
  }

  /** Another choice of rows that are left out: the others are looked at anew, for what was doubled may be no longer. */
  async #leave(out: readonly number[], meant = [...(this.preview?.meant ?? [])]): Promise<void> {
    const { preview } = this
    const looked = preview && (await this.#ask(preview, out, meant))
    // A list of which everything was left out has nothing wrong with it.
    const problems = out.length === preview?.rows.length ? [] : looked?.problems
    if (preview && problems && this.preview === preview)
      this.preview = { ...preview, problems, out: new Set(out), meant: new Set(meant) }
  }

  #ask({ content }: GivenList, without: readonly number[], meant: readonly number[]): Promise<Looked | undefined> {
    const params = { office: this.office.id }
    const body = { content, without: [...without], meant: [...meant] }
    return this.#act.run('look', () => ask('POST /api/offices/:office/lists/staff', { params, body }))
  }

  async #invite({ content, out, meant }: Preview): Promise<void> {
    const params = { office: this.office.id }
    const sorted = (rows: ReadonlySet<number>) => [...rows].sort((a, b) => a - b)
    const body = { content, without: sorted(out), meant: sorted(meant) }
    const answer = await this.#act.run(body, key =>
      ask('POST /api/offices/:office/lists/staff/invite', { params, body }, key),
    )
    if (!answer) return
    this.invited = answer.invited
    // Somebody may have got an account since the list was looked at.
    if (this.preview) this.preview = { ...this.preview, problems: answer.problems }
  }

  #again(): void {
    this.preview = undefined
    this.#act.rest()
  }

  #over(): void {
    const n = this.invited.length
    this.invited = []
    this.#again()
    emit(this, 'done', { invited: n })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-import': StaffImport
  }
}
