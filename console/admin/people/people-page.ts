import { LitElement, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Reply } from '../../../shared/contracts/api.ts'
import { HOUR, officeDate, type Instant } from '../../../shared/kit/time.ts'
import { ROLES, type Role } from '../../../shared/office/permissions.ts'
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
import '../../../shared/web/ui/ui-qr.ts'
import '../../../shared/web/ui/ui-tag.ts'
import { ask } from '../../parts/ask.ts'
import { Fetched, whenRead } from '../../parts/fetched.ts'
import { fieldStyles } from '../../parts/field-styles.ts'
import type { StaffView } from '../../parts/page.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { sentenceOf } from '../../parts/sentence.ts'
import { peopleStyles } from './people-styles.ts'

type Person = Reply<'GET /api/offices/:office/people'>['people'][number]
type Link = Reply<'POST /api/offices/:office/people'>['link']
type Deed = 'deactivate' | 'reactivate' | 'second-factor/reset' | 'sessions/end'

/** The people of an office: the list left, one person right; invited, given links, switched off and on. */
@customElement('people-page')
export class PeoplePage extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, peopleStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  @state() private wanted = ''
  @state() private ofRole: Role | '' = ''
  @state() private chosen = ''
  @state() private inviting = false
  /** The link made last, and for whom; shown until something else is chosen. */
  @state() private handed: { readonly link: Link; readonly name: string } | undefined
  @query('form.invite') private form!: HTMLFormElement
  #round = 0
  readonly #act = actOf(() => this.requestUpdate())
  readonly #people = new Fetched<readonly Person[]>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const params = { office: this.office.id }
    this.#people.want(`${this.#round}`, async () => (await ask('GET /api/offices/:office/people', { params })).people)
  }

  protected override render() {
    return html`<header class="head">
        <h1>${t(peopleText.title)}</h1>
        <ui-button variant="primary" @click=${() => this.#choose('', true)}>${t(peopleText.invite)}</ui-button>
      </header>
      <div role="alert">
        ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>` : nothing}
      </div>
      <div class="cols">
        <section class="pane" aria-label=${t(peopleText.list)}>
          ${this.#filters()} ${whenRead(this.#people, people => this.#list(people))}
        </section>
        ${this.inviting ? this.#inviteForm() : this.#person()}
      </div>`
  }

  #filters() {
    return html`<div class="find">
      <label class="field">
        <span>${t(peopleText.search)}</span>
        <input
          type="search"
          .value=${this.wanted}
          @input=${(e: Event) => (this.wanted = (e.target as HTMLInputElement).value)}
        />
      </label>
      <label class="field">
        <span>${t(peopleText.role)}</span>
        <select @change=${(e: Event) => (this.ofRole = (e.target as HTMLSelectElement).value as Role | '')}>
          <option value="">${t(peopleText.all)}</option>
          ${ROLES.map(role => html`<option value=${role}>${t(consoleText[`role.${role}`])}</option>`)}
        </select>
      </label>
    </div>`
  }

  #list(people: readonly Person[]) {
    const wanted = this.wanted.trim().toLowerCase()
    const shown = people.filter(
      ({ name, username, email, roles }) =>
        (!this.ofRole || roles.includes(this.ofRole)) &&
        [name, username, email ?? ''].some(text => text.toLowerCase().includes(wanted)),
    )
    return html`<p class="soft" role="status">${t(peopleText.count, { n: shown.length, all: people.length })}</p>
      <ul class="people">
        ${shown.map(
          person =>
            html`<li>
              <button aria-pressed=${person.id === this.chosen} @click=${() => this.#choose(person.id)}>
                <span
                  ><b>${person.name}</b><small>${person.email ?? person.username} · ${this.#roles(person)}</small></span
                >
                ${this.#state(person)}
              </button>
            </li>`,
        )}
      </ul>`
  }

  #state({ state, linkUntil }: Person) {
    if (state === 'active') return html`<ui-tag tone="go">${t(peopleText.active)}</ui-tag>`
    if (state === 'off') return html`<ui-tag>${t(peopleText.off)}</ui-tag>`
    const hours = Math.ceil(((linkUntil ?? 0) - this.live.now()) / HOUR)
    return html`<ui-tag tone="warn"
      >${hours > 0 ? t(peopleText.invited, { hours }) : t(peopleText['invited.over'])}</ui-tag
    >`
  }

  #roles({ roles }: Person): string {
    return roles.map(roleName).join(', ')
  }

  #person() {
    const person = this.#people.value?.find(one => one.id === this.chosen)
    if (!person) return html`<section class="pane"><p class="soft">${t(peopleText.choose)}</p></section>`
    const { state, own, secondFactor, owesSecond, lastSignInAt } = person
    const second = secondFactor ? 'second.on' : owesSecond ? 'second.owed' : 'second.none'
    return html`<section class="pane" aria-labelledby="who">
      <h2 id="who">${person.name}</h2>
      <dl>
        <dt>${t(peopleText.username)}</dt>
        <dd>${person.username}</dd>
        <dt>${t(peopleText.number)}</dt>
        <dd>${person.employeeNumber ?? '–'}</dd>
        <dt>${t(peopleText.last)}</dt>
        <dd>${lastSignInAt === null ? t(peopleText.never) : this.#moment(lastSignInAt)}</dd>
        <dt>${t(peopleText.second)}</dt>
        <dd>${t(peopleText[second])}</dd>
      </dl>
      ${this.#link()}
      ${
        own
          ? html`<p class="soft">${t(peopleText.own)} <a href="#/saya">${t(consoleText['page.saya'])}</a></p>`
          : html`<form @submit=${(e: SubmitEvent) => this.#onRoles(e, person)}>
                ${this.#roleBoxes(person.roles)}
                <ui-button type="submit" ?busy=${this.#act.busy()}>${t(peopleText['roles.go'])}</ui-button>
                <p class="soft">${t(peopleText['roles.why'])}</p>
              </form>
              <div class="acts">
                ${state === 'off' ? nothing : this.#button(t(peopleText.link), () => this.#newLink(person))}
                ${secondFactor ? this.#deed(person, 'second-factor/reset', t(peopleText['second.reset'])) : nothing}
                ${state === 'active' ? this.#deed(person, 'sessions/end', t(peopleText['sessions.end'])) : nothing}
                ${
                  state === 'off'
                    ? this.#deed(person, 'reactivate', t(peopleText.reactivate))
                    : this.#deed(person, 'deactivate', t(peopleText.deactivate), true)
                }
              </div>
              <p class="soft">${t(peopleText['deactivate.why'])}</p>`
      }
    </section>`
  }

  #button(words: string, act: () => unknown, danger = false) {
    return html`<ui-button variant=${danger ? 'danger' : 'default'} ?busy=${this.#act.busy()} @click=${act}
      >${words}</ui-button
    >`
  }

  #deed(person: Person, deed: Deed, words: string, danger = false) {
    const params = { office: this.office.id, person: person.id }
    const act = (key: string): Promise<object> =>
      deed === 'sessions/end'
        ? ask('POST /api/offices/:office/people/:person/sessions/end', { params, body: {} }, key)
        : ask(`POST /api/offices/:office/people/:person/${deed}`, { params }, key)
    return this.#button(words, () => void this.#run(`${deed} ${person.id}`, act), danger)
  }

  #link() {
    if (!this.handed) return nothing
    const { link, name } = this.handed
    const url = link.url.startsWith('/') ? location.origin + link.url : link.url
    return html`<div class="handed">
      <h3>${t(peopleText['handed.title'], { name })}</h3>
      <p class="soft">${t(peopleText['handed.why'], { until: this.#moment(link.until) })}</p>
      <ui-qr .value=${url} label=${t(peopleText['handed.qr'])}></ui-qr>
      <p><code>${url}</code></p>
      <div class="acts">
        ${this.#button(t(peopleText['handed.copy']), () => void navigator.clipboard?.writeText(url))}
        ${this.#button(t(peopleText['handed.print']), () => window.print())}
      </div>
    </div>`
  }

  #inviteForm() {
    const field = (name: 'name' | 'username' | 'email' | 'number', required = false) =>
      html`<label class="field">
        <span>${t(peopleText[`new.${name}`])}</span>
        <input name=${name} autocomplete="off" type=${name === 'email' ? 'email' : 'text'} ?required=${required} />
      </label>`
    return html`<section class="pane" aria-labelledby="new">
      <h2 id="new">${t(peopleText.invite)}</h2>
      <p class="soft">${t(peopleText['invite.why'])}</p>
      <form class="invite" @submit=${this.#onInvite}>
        ${field('name', true)} ${field('username', true)} ${field('email')} ${field('number')}
        ${this.#roleBoxes(['officer'])}
        <ui-button variant="primary" type="submit" ?busy=${this.#act.busy()}>${t(peopleText.invite)}</ui-button>
        <button type="submit" hidden></button>
      </form>
    </section>`
  }

  #roleBoxes(roles: readonly string[]) {
    return html`<fieldset>
      <legend>${t(peopleText.role)}</legend>
      ${[...new Set([...ROLES, ...roles])].map(
        role =>
          html`<label class="box"
            ><input type="checkbox" name="roles" value=${role} .checked=${roles.includes(role)} />${roleName(
              role,
            )}</label
          >`,
      )}
    </fieldset>`
  }

  #moment(at: Instant): string {
    const { zone } = this.office
    const time = timeText(at, zone, lang())
    return officeDate(at, zone) === officeDate(this.live.now(), zone) ? time : `${dateText(at, zone, lang())}, ${time}`
  }

  #choose(id: string, inviting = false): void {
    this.chosen = id
    this.inviting = inviting
    this.handed = undefined
    void this.updateComplete.then(() => inviting && this.form.querySelector('input')!.focus())
  }

  readonly #onInvite = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const given = new FormData(this.form)
    const text = (name: string) => ((given.get(name) as string | null) ?? '').trim()
    const name = text('name')
    const body = {
      ...{ name, username: text('username').toLowerCase(), roles: given.getAll('roles') as Role[] },
      ...{ email: text('email') || null, employeeNumber: text('number') || null },
    }
    const params = { office: this.office.id }
    const done = await this.#run(body, key => ask('POST /api/offices/:office/people', { params, body }, key))
    if (!done) return
    this.#choose(done.person.id)
    this.handed = { link: done.link, name }
  }

  async #newLink({ id, name }: Person): Promise<void> {
    const params = { office: this.office.id, person: id }
    const done = await this.#run(`link ${id}`, key =>
      ask('POST /api/offices/:office/people/:person/link', { params }, key),
    )
    if (done) this.handed = { link: done.link, name }
  }

  #onRoles(event: SubmitEvent, { id }: Person): void {
    event.preventDefault()
    const roles = new FormData(event.currentTarget as HTMLFormElement).getAll('roles') as Role[]
    const params = { office: this.office.id, person: id }
    const body = { roles }
    void this.#run({ id, roles }, key => ask('POST /api/offices/:office/people/:person/roles', { params, body }, key))
  }

  async #run<T extends object>(wish: unknown, act: (key: string) => Promise<T>): Promise<T | undefined> {
    if (this.#act.busy()) return undefined
    // A link that an act may have ended is shown no longer.
    this.handed = undefined
    const done = await this.#act.run(wish, act)
    this.#round += 1
    this.requestUpdate()
    return done
  }
}

/** A role of every office in words; one of its own by its id. */
function roleName(id: string): string {
  const built = ROLES.find(role => role === id)
  return built ? t(consoleText[`role.${built}`]) : id
}

declare global {
  interface HTMLElementTagNameMap {
    'people-page': PeoplePage
  }
}
