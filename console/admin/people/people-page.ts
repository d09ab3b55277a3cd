import { LitElement, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { Reply } from '../../../shared/contracts/api.ts'
import { officeDate, type Instant } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { consoleText } from '../../../shared/text/console.ts'
import { peopleText } from '../../../shared/text/people.ts'
import { dateText, timeText } from '../../../shared/text/ui.ts'
import { actOf } from '../../../shared/web/act.ts'
import { LangController, lang, t } from '../../../shared/web/lang.ts'
import type { LiveDay } from '../../../shared/web/live-day.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-button.ts'
import { LeaveGuard } from '../../leave/leave-guard.ts'
import { leaveDialog } from '../../leave/people-dialog.ts'
import { ask } from '../../parts/ask.ts'
import { Fetched, whenRead } from '../../parts/fetched.ts'
import { fieldStyles } from '../../parts/field-styles.ts'
import type { StaffView } from '../../parts/page.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { sentenceIn } from '../../parts/sentence.ts'
import { handedTo, type Handed } from './handed-link.ts'
import './invite-rows.ts'
import type { InviteRows } from './invite-rows.ts'
import { actOfDeed, type Deed } from './deeds.ts'
import { inviteForm, invitedBy, peopleFilters, peopleList } from './people-list.ts'
import { choiceForms, shiftsNote, type Wish } from './choice-forms.ts'
import { agencyIn, foreseenAt, leftBy, personFacts, planRow, rolesIn, workNote } from './people-parts.ts'
import { peopleStyles } from './people-styles.ts'
import './person-known.ts'

type Person = Reply<'GET /api/offices/:office/people'>['people'][number]

/** The people of an office: the list left, one person right; invited, given links, switched off and on. */
@customElement('people-page')
export class PeoplePage extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, peopleStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  @state() private wanted = ''
  @state() private ofRole = ''
  @state() private chosen = ''
  @state() private inviting: 'one' | 'rows' | undefined
  /** The link made last, and for whom; shown until something else is chosen. */
  @state() private handed: Handed | undefined
  @state() private wish: Wish = {}
  @query('form.invite') private form!: HTMLFormElement | null
  @query('invite-rows') private inRows!: InviteRows | null
  readonly #guard = new LeaveGuard(this, () => this.#unsent > 0 || this.#unkept > 0)
  #round = 0
  readonly #act = actOf(() => this.requestUpdate())
  readonly #people = new Fetched<Reply<'GET /api/offices/:office/people'>>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const params = { office: this.office.id }
    this.#people.want(`${this.#round}`, () => ask('GET /api/offices/:office/people', { params }))
  }

  protected override render() {
    return html`<header class="head">
        <h1>${t(peopleText.title)}</h1>
        <div class="acts">
          <ui-button @click=${() => this.leaveFor(() => this.#choose('', 'one'))}>${t(peopleText.invite)}</ui-button>
          ${
            this.staff.agency === null
              ? html`<ui-button variant="primary" @click=${() => this.leaveFor(() => this.#choose('', 'rows'))}
                  >${t(peopleText['rows.open'])}</ui-button
                >`
              : nothing
          }
        </div>
      </header>
      <div class="cols">
        <section class="pane" aria-label=${t(peopleText.list)}>
          ${peopleFilters(this.wanted, this.#roles, { wanted: text => (this.wanted = text), role: role => (this.ofRole = role) })}
          ${whenRead(this.#people, ({ people }) => this.#list(people))}
        </section>
        <div class="one">
          <div role="alert">
            ${this.#act.error ? html`<ui-banner tone="bad">${sentenceIn(this.office, this.#act.error)}</ui-banner>` : nothing}
          </div>
          ${this.#right()}
        </div>
      </div>
      ${leaveDialog(this.#guard, this.#unsent, this.#unkept, this.#sendFirst)}`
  }

  /** To another place within the page that holds this one, asked where somebody is typed and not invited, or links would be lost. */
  leaveFor(go: () => void): void {
    this.#guard.when(go)
  }

  /** How many are typed and not invited. */
  get #unsent(): number {
    if (this.inRows) return this.inRows.unsent
    return this.form?.querySelector<HTMLInputElement>('[name="name"]')?.value.trim() ? 1 : 0
  }

  /** How many links stand here that nobody has copied or printed. */
  get #unkept(): number {
    return this.handed && !this.handed.kept ? 1 : (this.inRows?.unkept ?? 0)
  }

  /** The links that come of it are there before anybody goes on. */
  readonly #sendFirst = (): void => {
    this.#guard.stay()
    if (this.inRows) this.inRows.send()
    else this.form?.requestSubmit()
  }

  /** Where nobody else has an account yet, several are invited. */
  #right() {
    const alone = this.staff.agency === null && this.#people.value?.people.every(person => person.own)
    if (this.inviting === 'one') return inviteForm(this.#seen, this.#act.busy(), this.#onInvite)
    if (this.inviting === undefined && (this.chosen !== '' || !alone)) return this.#person()
    return html`<invite-rows
      .office=${this.office}
      .roles=${this.#roles}
      @invited=${() => this.#again('rows')}
      @over=${() => this.#again(undefined)}
    ></invite-rows>`
  }

  /** Reads the people again, after an element of the page has changed some. */
  #again(inviting: 'rows' | undefined): void {
    this.inviting = inviting
    this.#act.rest()
    this.#round += 1
    this.requestUpdate()
  }

  #list(people: Person[]) {
    const { wanted, ofRole, chosen } = this
    const choose = (id: string) => this.leaveFor(() => this.#choose(id))
    return peopleList(people, this.#seen, { wanted, ofRole, chosen, now: this.live.now(), choose })
  }

  get #seen() {
    return { office: this.office, staff: this.staff, roles: this.#roles }
  }

  get #roles() {
    return this.#people.value?.roles ?? []
  }

  #person() {
    const person = this.#people.value?.people.find(one => one.id === this.chosen)
    if (!person) return html`<section class="pane"><p class="soft">${t(peopleText.choose)}</p></section>`
    const { state, own, secondFactor, lastSignInAt } = person
    const seen = { ...this.#seen, person, all: this.#roles, busy: this.#act.busy(), wish: this.wish }
    return html`<section class="pane" aria-labelledby="who">
      <h2 id="who">${person.name}</h2>
      ${personFacts(person, {
        plan: planRow(this.office, this.staff, person.id, officeDate(this.live.now(), this.office.zone)),
        last: lastSignInAt === null ? t(peopleText.never) : this.#moment(lastSignInAt),
      })}
      ${this.handed ? this.#handedTo(person, this.handed) : nothing} ${workNote(this.office, person)}
      ${
        own
          ? html`<p class="soft">${t(peopleText.own)} <a href="#/saya">${t(consoleText['page.saya'])}</a></p>`
          : html`${choiceForms(seen, {
                wished: wish => (this.wish = wish),
                roles: e => this.#onRoles(e, person),
                move: e => this.#onMove(e, person),
              })}
              ${keyed(
                person.id,
                html`<person-known
                  office=${this.office.id}
                  .person=${person}
                  @click=${() => this.#act.rest()}
                  @corrected=${() => this.#again(undefined)}
                ></person-known>`,
              )}
              <div class="acts">
                ${state === 'off' ? nothing : this.#button(t(peopleText[state === 'invited' ? 'link.invite' : 'link']), () => this.#newLink(person))}
                ${secondFactor ? this.#deed(person, 'second-factor/reset', t(peopleText['second.reset'])) : nothing}
                ${state === 'active' ? this.#deed(person, 'sessions/end', t(peopleText['sessions.end'])) : nothing}
                ${
                  state === 'off'
                    ? this.#deed(person, 'reactivate', t(peopleText.reactivate))
                    : this.#deed(person, 'deactivate', t(peopleText.deactivate), true)
                }
              </div>
              <p class="soft">${t(peopleText['deactivate.why'])}</p>
              ${shiftsNote(seen, 'off')}`
      }
    </section>`
  }

  #handedTo({ username }: Person, handed: Handed) {
    const kept = () => (this.handed = { ...handed, kept: true })
    return handedTo(this.office, username, handed, this.#moment(handed.link.until), kept)
  }

  #button(words: string, act: () => unknown, danger = false) {
    return html`<ui-button variant=${danger ? 'danger' : 'default'} ?busy=${this.#act.busy()} @click=${act}
      >${words}</ui-button
    >`
  }

  #deed(person: Person, deed: Deed, words: string, danger = false) {
    const params = { office: this.office.id, person: person.id }
    const body = { takes: leftBy(this.#act.error, person), ...foreseenAt(person) }
    return this.#button(words, () => void this.#run({ deed, params, body }, actOfDeed(deed, params, body)), danger)
  }

  #moment(at: Instant): string {
    const { zone } = this.office
    const time = timeText(at, zone, lang())
    return officeDate(at, zone) === officeDate(this.live.now(), zone) ? time : `${dateText(at, zone, lang())}, ${time}`
  }

  #choose(id: string, inviting?: 'one' | 'rows'): void {
    this.chosen = id
    this.inviting = inviting
    this.handed = undefined
    this.wish = {}
    this.#act.rest()
    // Who is at work where may be another than when the list was read.
    this.#round += 1
    void this.updateComplete.then(() => this.#begin(inviting))
  }

  /** On a phone the form stands below the list. */
  async #begin(inviting: 'one' | 'rows' | undefined): Promise<void> {
    const rows = this.renderRoot.querySelector('invite-rows')
    await rows?.updateComplete
    const form = inviting === 'one' ? this.form : inviting && rows!.renderRoot
    form?.querySelector('input')?.focus()
  }

  /** It stands above whom it is about, which may be out of sight from the button that was pressed. */
  async #showRefusal(): Promise<void> {
    await this.updateComplete
    this.renderRoot.querySelector('[role=alert]')?.scrollIntoView({ block: 'nearest' })
  }

  readonly #onInvite = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const body = invitedBy(event.target as HTMLFormElement, this.staff, this.#act.error)
    const params = { office: this.office.id }
    const done = await this.#run(body, key => ask('POST /api/offices/:office/people', { params, body }, key))
    if (!done) return
    this.#choose(done.person.id)
    this.handed = { link: done.link, name: body.name, kept: false }
  }

  async #newLink({ id, name }: Person): Promise<void> {
    const params = { office: this.office.id, person: id }
    const done = await this.#run(`link ${id}`, key =>
      ask('POST /api/offices/:office/people/:person/link', { params }, key),
    )
    if (done) this.handed = { link: done.link, name, kept: false }
  }

  #onRoles(event: SubmitEvent, person: Person): void {
    const { id } = person
    event.preventDefault()
    const roles = rolesIn(event.currentTarget as HTMLFormElement)
    const params = { office: this.office.id, person: id }
    const body = { roles, ...foreseenAt(person) }
    void this.#run({ id, ...body }, key => ask('POST /api/offices/:office/people/:person/roles', { params, body }, key))
  }

  #onMove(event: SubmitEvent, { id }: Person): void {
    event.preventDefault()
    const agency = agencyIn(event.currentTarget as HTMLFormElement)
    const params = { office: this.office.id, person: id }
    void this.#run({ id, agency }, key =>
      ask('POST /api/offices/:office/people/:person/agency', { params, body: { agency } }, key),
    )
  }

  async #run<T extends object>(wish: unknown, act: (key: string) => Promise<T>): Promise<T | undefined> {
    if (this.#act.busy()) return undefined
    // A link that an act may have ended is shown no longer.
    this.handed = undefined
    const done = await this.#act.run(wish, act)
    this.#round += 1
    this.requestUpdate()
    if (!done) await this.#showRefusal()
    return done
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'people-page': PeoplePage
  }
}
