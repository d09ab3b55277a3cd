import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { PERMISSIONS, ROLES, type OwnRole, type Permission, type Role } from '../../../shared/office/permissions.ts'
import { consoleText } from '../../../shared/text/console.ts'
import { permissionText, rolesText } from '../../../shared/text/roles.ts'
import { actOf } from '../../../shared/web/act.ts'
import { LangController, lang, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-button.ts'
import { ask } from '../../parts/ask.ts'
import { Fetched, whenRead } from '../../parts/fetched.ts'
import { fieldStyles } from '../../parts/field-styles.ts'
import type { StaffView } from '../../parts/page.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { sentenceOf } from '../../parts/sentence.ts'
import { newRoleId, rolesStyles } from './roles-parts.ts'

type Roles = Reply<'GET /api/offices/:office/roles'>
type Own = Roles['own'][number]

/** The roles of an office: which rights each has and how many people have it; its own are made and changed here. */
@customElement('admin-roles')
export class AdminRoles extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    fieldStyles,
    rolesStyles,
    css`
      :host {
        display: grid;
        gap: 1rem;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  /** The role that is being made or changed. */
  @state() private draft: OwnRole | undefined
  @state() private wrong = ''
  @state() private said = ''
  #round = 0
  readonly #roles = new Fetched<Roles>(this)
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const params = { office: this.office.id }
    this.#roles.want(String(this.#round), () => ask('GET /api/offices/:office/roles', { params }))
  }

  protected override render() {
    return html`<div>
        <h1>${t(rolesText.title)}</h1>
        <p>${t(rolesText.lead)}</p>
      </div>
      <div role="status">${this.said ? html`<ui-banner tone="info">${this.said}</ui-banner>` : nothing}</div>
      ${whenRead(this.#roles, roles => this.#page(roles))}`
  }

  #page({ own, built }: Roles) {
    const fresh = this.draft !== undefined && !own.some(({ id }) => id === this.draft?.id)
    return html`<section class="pane" aria-labelledby="own">
        <header>
          <h2 id="own">${t(rolesText.own)}</h2>
          <ui-button ?disabled=${this.draft !== undefined} @click=${() => void this.#begin()}
            >${t(rolesText.add)}</ui-button
          >
        </header>
        ${fresh ? this.#form(0) : nothing}
        ${own.length === 0 && !fresh ? html`<p class="soft">${t(rolesText.none)}</p>` : nothing}
        <ul>
          ${own.map(role => (role.id === this.draft?.id ? html`<li>${this.#form(role.people)}</li>` : this.#own(role)))}
        </ul>
      </section>
      <section class="pane" aria-labelledby="built">
        <h2 id="built">${t(rolesText.built)}</h2>
        <ul>
          ${ROLES.flatMap(id => built.find(role => role.id === id) ?? []).map(
            role =>
              html`<li>
                ${this.#head(t(consoleText[`role.${role.id as Role}`]), role.people)} ${this.#rights(role.permissions)}
              </li>`,
          )}
        </ul>
      </section>`
  }

  #head(name: string, people: number) {
    const used = people === 0 ? t(rolesText.nobody) : t(rolesText.people, { n: people })
    return html`<div class="head">
      <h3>${name}</h3>
      <span class="note">${used}</span>
    </div>`
  }

  #rights(permissions: readonly string[]) {
    const own = PERMISSIONS.filter(p => permissions.includes(p))
    return html`<p class="rights">${own.map(p => t(permissionText[p])).join(' · ')}</p>`
  }

  #own(role: Own) {
    const name = nameOf(role)
    return html`<li>
      ${this.#head(name, role.people)} ${this.#rights(role.permissions)}
      <div class="acts">
        <ui-button
          size="s"
          label=${t(rolesText['edit.label'], { name })}
          ?disabled=${this.draft !== undefined}
          @click=${() => void this.#begin(role)}
          >${t(rolesText.edit)}</ui-button
        >
        <ui-button
          size="s"
          variant="danger"
          label=${t(rolesText['remove.label'], { name })}
          ?disabled=${this.draft !== undefined || role.people > 0}
          @click=${() => void this.#remove(role)}
          >${t(rolesText.remove)}</ui-button
        >
        ${role.people > 0 ? html`<span class="note">${t(rolesText['remove.used'])}</span>` : nothing}
      </div>
    </li>`
  }

  #form(people: number) {
    const { name, permissions } = this.draft!
    return html`<form
      @submit=${(e: Event) => {
        e.preventDefault()
        void this.#save()
      }}
    >
      <div class="names">${this.#name(0, name[0])} ${this.#name(1, name[1])}</div>
      <fieldset>
        <legend>${t(rolesText.rights)}</legend>
        <p class="note" id="locked">${t(rolesText['rights.why'])}</p>
        ${PERMISSIONS.map(p => this.#box(p, permissions))}
      </fieldset>
      ${people > 0 ? html`<ui-banner tone="attention">${t(rolesText.effect, { n: people })}</ui-banner>` : nothing}
      <p class="wrong" role="alert">${this.wrong}</p>
      <div class="acts">
        <ui-button type="submit" variant="primary" ?busy=${this.#act.busy()}>${t(rolesText.save)}</ui-button>
        <ui-button @click=${this.#leave}>${t(rolesText.cancel)}</ui-button>
        <button type="submit" hidden></button>
      </div>
    </form>`
  }

  #name(at: 0 | 1, value: string) {
    return html`<label class="field">
      <span>${t(at === 0 ? rolesText.name : rolesText.nameEn)}</span>
      <input
        autocomplete="off"
        maxlength="60"
        .value=${value}
        @input=${(e: Event) => {
          const name = [...this.draft!.name] as [string, string]
          name[at] = (e.target as HTMLInputElement).value
          this.draft = { ...this.draft!, name }
        }}
      />
    </label>`
  }

  /** A right that whoever sits here does not hold stays as it was. */
  #box(permission: Permission, chosen: readonly Permission[]) {
    const locked = !this.staff.permissions.includes(permission) && !chosen.includes(permission)
    return html`<label class="right">
      <input
        type="checkbox"
        .checked=${chosen.includes(permission)}
        ?disabled=${locked}
        aria-describedby=${locked ? 'locked' : nothing}
        @change=${(e: Event) => {
          const on = (e.target as HTMLInputElement).checked
          const permissions = PERMISSIONS.filter(p => (p === permission ? on : chosen.includes(p)))
          this.draft = { ...this.draft!, permissions }
        }}
      />
      ${t(permissionText[permission])}
    </label>`
  }

  async #begin(role?: Own): Promise<void> {
    const { id, name, permissions } = role ?? { id: '', name: ['', ''] as const, permissions: [] }
    this.said = this.wrong = ''
    this.draft = { id: id || newRoleId(), name, permissions }
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('form input')?.focus()
  }

  readonly #leave = (): void => {
    this.draft = undefined
    this.wrong = ''
  }

  async #save(): Promise<void> {
    const [id, en] = [this.draft!.name[0].trim(), this.draft!.name[1].trim()]
    if (id === '' || this.draft!.permissions.length === 0) {
      this.wrong = t(rolesText.need)
      return
    }
    const role = { ...this.draft!, name: [id, en || id] as const }
    const own = this.#seen()
    const roles = own.some(r => r.id === role.id) ? own.map(r => (r.id === role.id ? role : r)) : [...own, role]
    if (await this.#send(roles, t(rolesText.saved, { name: nameOf(role) }))) this.draft = undefined
  }

  async #remove(role: Own): Promise<void> {
    await this.#send(
      this.#seen().filter(r => r.id !== role.id),
      t(rolesText.removed, { name: nameOf(role) }),
    )
  }

  #seen(): readonly OwnRole[] {
    return (this.#roles.value?.own ?? []).map(({ id, name, permissions }) => ({ id, name, permissions }))
  }

  async #send(roles: readonly OwnRole[], said: string): Promise<boolean> {
    const params = { office: this.office.id }
    const plain = (list: readonly OwnRole[]) =>
      list.map(r => ({ ...r, name: [...r.name] as [string, string], permissions: [...r.permissions] }))
    const body = { roles: plain(roles), seen: plain(this.#seen()) }
    const done = await this.#act.run(body, key => ask('POST /api/offices/:office/roles', { params, body }, key))
    this.wrong = this.#act.error ? sentenceOf(this.#act.error) : ''
    this.said = done ? said : ''
    if (done) this.#round += 1
    return done !== undefined
  }
}

function nameOf({ name }: Pick<OwnRole, 'name'>): string {
  return (lang() === 'en' ? name[1] : name[0]) || name[0]
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-roles': AdminRoles
  }
}
