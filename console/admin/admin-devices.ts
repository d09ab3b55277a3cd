import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { MINUTE, officeDate, type Instant } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { adminText } from '../../shared/text/admin.ts'
import { dateText, timeText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-dialog.ts'
import '../../shared/web/ui/ui-state.ts'
import '../../shared/web/ui/ui-table.ts'
import { KeptForm } from '../kept/kept-form.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import type { StaffView } from '../parts/page.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'

type Devices = Reply<'GET /api/offices/:office/devices'>['devices']
type Device = Devices[number]

const REREAD_MS = 15_000

/** Kiosks and displays: approve one by the code that it shows, take one out of the hall. */
@customElement('admin-devices')
export class AdminDevices extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    paneStyles,
    css`
      :host {
        display: grid;
        gap: 0.85rem;
        align-content: start;
        max-width: 66rem;
      }
      p {
        margin-top: 0.2rem;
        color: var(--soft);
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 0.8rem;
        align-items: end;
        margin-top: 0.8rem;
      }
      .code input {
        width: 10rem;
        font-size: 1.2rem;
        font-weight: 750;
        letter-spacing: 0.12em;
        text-transform: uppercase;
      }
      .name input {
        width: 18rem;
      }
      .wrong {
        margin-top: 0.6rem;
      }
      ui-table,
      .pane > ui-state {
        margin-top: 0.6rem;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  @state() private code = ''
  @state() private name = ''
  @state() private wrong = ''
  @state() private said = ''
  @state() private leaving: Device | undefined
  #round = 0
  readonly #act = actOf(() => this.requestUpdate())
  readonly #devices = new Fetched<Devices>(this)

  constructor() {
    super()
    new KeptForm(this, {
      form: () => 'device',
      read: () => (this.code || this.name ? { code: this.code, name: this.name } : undefined),
      write: ({ code = '', name = '' }) => Object.assign(this, { code, name }),
    })
    new LangController(this)
  }

  protected override willUpdate(): void {
    const turn = `${this.#round} ${Math.floor(this.live.now() / REREAD_MS)}`
    const params = { office: this.office.id }
    if (!this.#devices.loading)
      this.#devices.want(turn, async () => (await ask('GET /api/offices/:office/devices', { params })).devices)
  }

  protected override render() {
    return html`<div>
        <h1>${t(adminText['devices.title'])}</h1>
        <p>${t(adminText['devices.lead'])}</p>
      </div>
      ${this.said ? html`<ui-banner tone="info">${this.said}</ui-banner>` : nothing}
      <section class="pane" aria-labelledby="approve">
        <h2 id="approve">${t(adminText['devices.approve'])}</h2>
        <p>${t(adminText['devices.approve.why'])}</p>
        ${this.#form()}
      </section>
      <section class="pane" aria-labelledby="list">
        <h2 id="list">${t(adminText['devices.list'])}</h2>
        ${whenRead(this.#devices, value => this.#list(value))}
      </section>
      ${this.#dialog()}`
  }

  #form() {
    return html`<form
        @submit=${(e: Event) => {
          e.preventDefault()
          void this.#approve()
        }}
      >
        <label class="field code">
          <span>${t(adminText['devices.code'])}</span>
          <input
            autocomplete="off"
            spellcheck="false"
            maxlength="16"
            .value=${this.code}
            aria-describedby="wrong"
            @input=${(e: Event) => (this.code = (e.target as HTMLInputElement).value)}
          />
        </label>
        <label class="field name">
          <span>${t(adminText['devices.name'])}</span>
          <input
            autocomplete="off"
            maxlength="60"
            placeholder=${t(adminText['devices.name.hint'])}
            .value=${this.name}
            @input=${(e: Event) => (this.name = (e.target as HTMLInputElement).value)}
          />
        </label>
        <ui-button type="submit" variant="primary" ?busy=${this.#act.busy()}>${t(adminText['devices.go'])}</ui-button>
        <button type="submit" hidden></button>
      </form>
      <p class="wrong" id="wrong" role="alert">${this.wrong}</p>`
  }

  #list(devices: Devices) {
    if (devices.length === 0)
      return html`<ui-state kind="empty" heading=${t(adminText['devices.none'])}
        >${t(adminText['devices.none.why'])}</ui-state
      >`
    const columns = (['name', 'kind', 'seen', 'paired', 'act'] as const).map(key => ({
      key,
      label: t(adminText[`devices.${key}`]),
      strong: key === 'name',
    }))
    return html`<ui-table
      caption=${t(adminText['devices.table'])}
      .columns=${columns}
      .rows=${devices.map(device => this.#row(device))}
    ></ui-table>`
  }

  #row(device: Device) {
    return {
      id: device.id,
      cells: {
        name: device.name,
        kind: t(adminText[`devices.${device.kind}`]),
        seen: this.#seen(device.lastSeenAt),
        paired: this.#moment(device.pairedAt),
        act: html`<ui-button
          size="s"
          variant="danger"
          label=${t(adminText['devices.revoke.label'], { name: device.name })}
          @click=${() => (this.leaving = device)}
          >${t(adminText['devices.revoke'])}</ui-button
        >`,
      },
    }
  }

  #seen(at: Instant | null): string {
    if (at === null) return t(adminText['devices.never'])
    const minutes = Math.floor((this.live.now() - at) / MINUTE)
    if (minutes < 2) return t(adminText['devices.now'])
    return minutes < 60 ? t(adminText['devices.minutesAgo'], { n: minutes }) : this.#moment(at)
  }

  #moment(at: Instant): string {
    const { zone } = this.office
    const time = timeText(at, zone, lang())
    return officeDate(at, zone) === officeDate(this.live.now(), zone) ? time : `${dateText(at, zone, lang())}, ${time}`
  }

  #dialog() {
    const name = this.leaving?.name ?? ''
    return html`<ui-dialog
      ?open=${this.leaving !== undefined}
      ?busy=${this.#act.busy()}
      heading=${t(adminText['devices.revoke.title'], { name })}
      primary=${t(adminText.cancel)}
      secondary=${t(adminText['devices.revoke'])}
      secondaryVariant="danger"
      @primary=${this.#stay}
      @dismiss=${this.#stay}
      @secondary=${() => void this.#revoke()}
      >${t(adminText['devices.revoke.why'])}</ui-dialog
    >`
  }

  readonly #stay = (): void => {
    this.leaving = undefined
  }

  async #approve(): Promise<void> {
    const code = this.code.trim().toUpperCase()
    const name = this.name.trim()
    this.said = ''
    this.wrong = code.length < 4 || name === '' ? t(adminText['devices.needBoth']) : ''
    if (this.wrong || this.#act.busy()) return
    const params = { office: this.office.id }
    const body = { code, name }
    const done = await this.#act.run(body, key => ask('POST /api/offices/:office/devices', { params, body }, key))
    if (done) {
      this.code = ''
      this.name = ''
      this.said = t(adminText['devices.approved'], { name })
    }
    this.#acted()
  }

  async #revoke(): Promise<void> {
    const device = this.leaving
    if (!device || this.#act.busy()) return
    const params = { office: this.office.id, device: device.id }
    const done = await this.#act.run(device.id, key =>
      ask('POST /api/offices/:office/devices/:device/revoke', { params }, key),
    )
    if (done) this.said = t(adminText['devices.revoked'], { name: device.name })
    this.#acted()
    this.leaving = undefined
  }

  #acted(): void {
    this.wrong = this.#act.error ? sentenceOf(this.#act.error) : ''
    this.#round += 1
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-devices': AdminDevices
  }
}
