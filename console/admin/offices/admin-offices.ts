import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Input, Reply } from '../../../shared/contracts/api.ts'
import { officeDate, type Instant } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { moreOfficesText as words } from '../../../shared/text/more-offices.ts'
import { dateText, timeText } from '../../../shared/text/ui.ts'
import { wizardText } from '../../../shared/text/wizard.ts'
import { actOf } from '../../../shared/web/act.ts'
import { LangController, lang, t } from '../../../shared/web/lang.ts'
import type { LiveDay } from '../../../shared/web/live-day.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { emit } from '../../../shared/web/ui/emit.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-button.ts'
import '../../../shared/web/ui/ui-tag.ts'
import { LeaveGuard } from '../../leave/leave-guard.ts'
import { leaveDialog } from '../../leave/people-dialog.ts'
import { ask } from '../../parts/ask.ts'
import { Fetched, whenRead } from '../../parts/fetched.ts'
import { fieldStyles } from '../../parts/field-styles.ts'
import type { StaffView } from '../../parts/page.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { sentenceOf } from '../../parts/sentence.ts'
import { handedTo, type Handed } from '../people/handed-link.ts'
import { peopleStyles } from '../people/people-styles.ts'

type All = Reply<'GET /api/offices/:office/offices'>
type One = All['offices'][number]
type Wish = NonNullable<Input<'POST /api/offices/:office/offices'>['body']>

/** An office that was begun, and the link of whoever sets it up, who signs in by their e-mail. */
interface Begun {
  readonly office: Reply<'POST /api/offices/:office/offices'>['office']
  readonly email: string
  readonly handed: Handed | null
}

const KINDS = ['disdukcapil', 'dpmptsp', 'mpp', 'kecamatan', 'puskesmas', 'court'] as const
/** From so many on a list is looked through by typing. */
const MANY = 8

/** The offices of the installation: where one works, another one begun, and who of elsewhere sets this one up. */
@customElement('admin-offices')
export class AdminOffices extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    paneStyles,
    peopleStyles,
    css`
      .offices li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem 0.8rem;
        align-items: center;
        justify-content: space-between;
        padding: 0.5rem 0;
        border-top: 1px solid var(--line);
      }
      .offices div {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: center;
      }
      .new,
      .new .field {
        width: 100%;
      }
      .rows {
        display: grid;
        gap: 0.85rem;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  @state() private wanted = ''
  /** Somebody else sets the new office up. */
  @state() private other = false
  /** What was begun last, with the link of whoever sets it up. */
  @state() private begun: Begun | undefined
  readonly #guard = new LeaveGuard(this, () => this.#unkept > 0)
  #round = 0
  readonly #act = actOf(() => this.requestUpdate())
  readonly #all = new Fetched<All>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const params = { office: this.office.id }
    this.#all.want(`${params.office} ${this.#round}`, () => ask('GET /api/offices/:office/offices', { params }))
  }

  protected override render() {
    return html`<header>
        <h1>${t(words.title)}</h1>
        <p class="soft">${t(words.lead)}</p>
      </header>
      <div role="alert">
        ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>` : nothing}
      </div>
      <div class="cols">
        <div class="rows">${whenRead(this.#all, all => [this.#list(all.offices), this.#guests(all.guests)])}</div>
        <section class="pane" aria-labelledby="new">
          <h2 id="new">${t(words.new)}</h2>
          <div role="status">${this.#done()}</div>
          ${this.#form()}
        </section>
      </div>
      ${leaveDialog(this.#guard, 0, this.#unkept)}`
  }

  #list(offices: readonly One[]) {
    const wanted = this.wanted.trim().toLowerCase()
    const shown = offices.filter(o => `${o.name} ${o.city}`.toLowerCase().includes(wanted))
    return html`<section class="pane" aria-labelledby="list">
      <h2 id="list">${t(words.list)}</h2>
      ${
        offices.length < MANY
          ? nothing
          : html`<label class="field"
              ><span>${t(words.search)}</span
              ><input
                type="search"
                .value=${this.wanted}
                @input=${(e: Event) => (this.wanted = (e.target as HTMLInputElement).value)}
            /></label>`
      }
      <ul class="people offices">
        ${shown.map(
          one =>
            html`<li>
              <span><b>${one.name}</b><small>${[one.city, one.zone].filter(Boolean).join(' · ')}</small></span>
              <div>
                <ui-tag tone=${one.opened ? 'go' : 'neutral'}>${t(words[one.opened ? 'open' : 'preparing'])}</ui-tag>
                ${this.#where(one)}
              </div>
            </li>`,
        )}
      </ul>
    </section>`
  }

  #where({ id, name, mine }: One) {
    if (id === this.office.id) return html`<b>${t(words.here)}</b>`
    if (!mine) return html`<small>${t(words.others)}</small>`
    return html`<ui-button
      size="s"
      label=${t(words['go.label'], { name })}
      ?busy=${this.#act.busy()}
      @click=${() => void this.#go(id)}
      >${t(words.go)}</ui-button
    >`
  }

  #guests(guests: All['guests']) {
    return html`<section class="pane" aria-labelledby="guests">
      <h2 id="guests">${t(words.guests)}</h2>
      ${guests.length === 0 ? html`<p class="soft">${t(words['guests.none'])}</p>` : nothing}
      <ul class="people offices">
        ${guests.map(
          ({ id, name, office }) =>
            html`<li>
              <span><b>${name}</b><small>${office}</small></span>
              ${
                id === this.staff.id
                  ? nothing
                  : html`<ui-button
                      size="s"
                      variant="danger"
                      label=${t(words['guests.end.label'], { name })}
                      ?busy=${this.#act.busy()}
                      @click=${() => void this.#dismiss(id)}
                      >${t(words['guests.end'])}</ui-button
                    >`
              }
            </li>`,
        )}
      </ul>
      ${guests.length === 0 ? nothing : html`<p class="note">${t(words['guests.why'])}</p>`}
    </section>`
  }

  #form() {
    const field = (name: string, label: string, type = 'text', required = true) =>
      html`<label class="field"
        ><span>${label}</span><input name=${name} type=${type} maxlength="80" autocomplete="off" ?required=${required}
      /></label>`
    const kind = (id: (typeof KINDS)[number]) => html`<option value=${id}>${t(wizardText[`template.${id}`])}</option>`
    const who = (other: boolean, label: string) =>
      html`<label class="box"
        ><input
          type="radio"
          name="who"
          .checked=${this.other === other}
          @change=${() => (this.other = other)}
        />${label}</label
      >`
    return html`<form class="new" @submit=${this.#begin}>
      <p class="soft">${t(words['new.why'])}</p>
      ${field('name', t(words.name))} ${field('city', t(words.city))}
      <label class="field"
        ><span>${t(words.zone)}</span
        ><select name="zone">
          ${['WIB', 'WITA', 'WIT'].map(zone => html`<option ?selected=${zone === this.office.zone}>${zone}</option>`)}
        </select></label
      >
      <label class="field"
        ><span>${t(words.kind)}</span
        ><select name="template">
          <option value="">${t(wizardText['template.empty'])}</option>
          ${KINDS.map(kind)}
        </select></label
      >
      <fieldset>
        <legend>${t(words.who)}</legend>
        ${who(false, t(words['who.me']))} ${who(true, t(words['who.other']))}
      </fieldset>
      ${this.other ? [field('person', t(words['who.name'])), field('email', t(words['who.email']), 'email')] : nothing}
      <ui-button variant="primary" type="submit" ?busy=${this.#act.busy()}>${t(words.begin)}</ui-button>
      <button type="submit" hidden></button>
    </form>`
  }

  #done() {
    if (!this.begun) return nothing
    const { office, email, handed } = this.begun
    const kept = () => (this.begun = { ...this.begun!, handed: { ...handed!, kept: true } })
    return html`<ui-banner tone="info">${t(words.begun, { name: office.name })}</ui-banner>
      ${handed ? handedTo(office, email, handed, this.#moment(handed.link.until), kept) : nothing}`
  }

  get #unkept(): number {
    return this.begun?.handed && !this.begun.handed.kept ? 1 : 0
  }

  #moment(at: Instant): string {
    const { zone } = this.office
    const time = timeText(at, zone, lang())
    return officeDate(at, zone) === officeDate(this.live.now(), zone) ? time : `${dateText(at, zone, lang())}, ${time}`
  }

  readonly #begin = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const given = new FormData(form)
    const text = (name: string) => ((given.get(name) as string | null) ?? '').trim()
    const body: Wish = {
      ...{ name: text('name'), city: text('city'), zone: text('zone') as Wish['zone'] },
      template: text('template') || null,
      administrator: this.other ? { name: text('person'), email: text('email') } : null,
    }
    const params = { office: this.office.id }
    const done = await this.#act.run(body, key => ask('POST /api/offices/:office/offices', { params, body }, key))
    if (!done) return
    const handed = done.link && { name: text('person'), link: done.link, kept: false }
    this.begun = { office: done.office, email: text('email').toLowerCase(), handed }
    form.reset()
    this.other = false
    this.#again()
  }

  async #dismiss(person: string): Promise<void> {
    const params = { office: this.office.id, person }
    const done = await this.#act.run({ person }, key =>
      ask('POST /api/offices/:office/guests/:person/end', { params }, key),
    )
    if (done) this.#again()
  }

  async #go(office: string): Promise<void> {
    const done = await this.#act.run({ office }, key => ask('POST /api/me/office', { body: { office } }, key))
    if (done) emit(this, 'moved')
  }

  #again(): void {
    this.#round += 1
    this.requestUpdate()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-offices': AdminOffices
  }
}
