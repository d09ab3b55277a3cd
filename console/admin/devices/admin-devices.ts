import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../../shared/contracts/api.ts'
import { MINUTE } from '../../../shared/kit/time.ts'
import { isOpened } from '../../../shared/office/opened.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { adminText } from '../../../shared/text/admin.ts'
import { deviceText } from '../../../shared/text/devices.ts'
import { actOf } from '../../../shared/web/act.ts'
import { codeOf } from '../../../shared/web/client.ts'
import { LangController, t } from '../../../shared/web/lang.ts'
import type { LiveDay } from '../../../shared/web/live-day.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-button.ts'
import '../../../shared/web/ui/ui-dialog.ts'
import '../../../shared/web/ui/ui-state.ts'
import '../../../shared/web/ui/ui-table.ts'
import { KeptForm } from '../../kept/kept-form.ts'
import { ask } from '../../parts/ask.ts'
import { Fetched, whenRead } from '../../parts/fetched.ts'
import { fieldStyles } from '../../parts/field-styles.ts'
import type { StaffView } from '../../parts/page.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { sentenceOf } from '../../parts/sentence.ts'
import './device-addresses.ts'
import { areaSelect, momentText, seenText } from './device-cells.ts'
import { unheardWithout } from './unheard-without.ts'
import { deviceStyles } from './device-styles.ts'

type Read = Reply<'GET /api/offices/:office/devices'>
type Device = Read['devices'][number]

const REREAD_MS = 5_000
/** A device fetches its token within seconds of its approval, and is there by then. */
const AWAITED_MS = 1_000
/** For so long an approved device may come in. */
const CLAIM_MS = 10 * MINUTE

/** Kiosks and displays: approve one by the code that it shows, take one out of the hall. */
@customElement('admin-devices')
export class AdminDevices extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, deviceStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  @state() private code = ''
  @state() private name = ''
  @state() private area = ''
  @state() private wrong = ''
  /** The field that is wrong, if one is. */
  @state() private amiss: 'code' | 'name' | undefined
  /** The name of another device that somebody was asked about. */
  #asked = ''
  @state() private said = ''
  @state() private leaving: Device | undefined
  /** Approved here, and not come in yet. */
  @state() private awaited: Device | undefined
  #round = 0
  readonly #act = actOf(() => this.requestUpdate())
  readonly #devices = new Fetched<Read>(this)

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
    const every = this.awaited ? AWAITED_MS : REREAD_MS
    const turn = `${this.#round} ${every} ${Math.floor(this.live.now() / every)}`
    const params = { office: this.office.id }
    if (!this.#devices.loading && !document.hidden)
      this.#devices.want(turn, () => ask('GET /api/offices/:office/devices', { params }))
    const { awaited } = this
    if (!awaited) return
    const come = this.#devices.value?.devices.some(d => d.id === awaited.id)
    if (!come && this.live.now() - awaited.pairedAt < CLAIM_MS) return
    this.awaited = undefined
    this.said = t(deviceText[come ? 'come' : 'stayed'], { name: awaited.name })
  }

  protected override render() {
    return html`<div>
        <h1>${t(adminText['devices.title'])}</h1>
        <p>${t(adminText['devices.lead'])}</p>
        ${isOpened(this.office) ? nothing : html`<p><a href="#/siapkan">${t(deviceText['back.setup'])}</a></p>`}
      </div>
      <device-addresses
        .origin=${this.#devices.value?.origin ?? ''}
        .counters=${this.office.counters}
      ></device-addresses>
      <section class="pane" aria-labelledby="approve">
        <h2 id="approve">${t(adminText['devices.approve'])}</h2>
        <p>${t(adminText['devices.approve.why'])}</p>
        ${this.#form()}
        <div role="status">${this.said ? html`<ui-banner tone="info">${this.said}</ui-banner>` : nothing}</div>
      </section>
      <section class="pane" aria-labelledby="list">
        <h2 id="list">${t(adminText['devices.list'])}</h2>
        ${whenRead(this.#devices, read => this.#list(read))}
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
            aria-invalid=${this.amiss === 'code'}
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
            aria-describedby="wrong"
            aria-invalid=${this.amiss === 'name'}
            @input=${(e: Event) => (this.name = (e.target as HTMLInputElement).value)}
          />
        </label>
        ${
          this.office.areas.length > 0
            ? html`<label class="field"
                ><span>${t(adminText['devices.area.of'])}</span>${areaSelect(
                  this.office,
                  this.area,
                  t(adminText['devices.area.of']),
                  id => (this.area = id),
                )}</label
              >`
            : nothing
        }
        <ui-button type="submit" variant="primary" ?busy=${this.#act.busy()}>${t(adminText['devices.go'])}</ui-button>
        <button type="submit" hidden></button>
      </form>
      <p class="wrong" id="wrong" role="alert">${this.wrong}</p>`
  }

  #list({ devices: come, awaited }: Read) {
    const devices = [...come, ...awaited]
    // Approved here a moment ago, and not in the list that was read before.
    if (this.awaited && !devices.some(d => d.id === this.awaited!.id)) devices.push(this.awaited)
    const isHere = (device: Device) => come.includes(device)
    if (devices.length === 0)
      return html`<ui-state kind="empty" heading=${t(adminText['devices.none'])}
        >${t(adminText['devices.none.why'])}</ui-state
      >`
    // Displays belong to an area only where the office has any.
    const area = this.office.areas.length > 0 ? (['area'] as const) : []
    const columns = (['name', 'kind', ...area, 'seen', 'paired', 'act'] as const).map(key => ({
      key,
      label: t(adminText[`devices.${key}`]),
      strong: key === 'name',
      named: key === 'seen' || key === 'paired',
    }))
    return html`<ui-table
      cards
      caption=${t(adminText['devices.table'])}
      .columns=${columns}
      .rows=${devices.map(device => this.#row(device, isHere(device)))}
    ></ui-table>`
  }

  #row(device: Device, isHere: boolean) {
    return {
      id: device.id,
      cells: {
        name: device.name,
        kind: t(adminText[`devices.${device.kind}`]),
        area:
          device.kind === 'display' && isHere
            ? areaSelect(
                this.office,
                device.area ?? '',
                t(adminText['devices.area.label'], { name: device.name }),
                id => this.#place(device, id),
              )
            : undefined,
        seen: isHere ? seenText(device.lastSeenAt, this.live.now(), this.office.zone) : t(deviceText.coming),
        paired: momentText(device.pairedAt, this.live.now(), this.office.zone),
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

  async #place(device: Device, area: string): Promise<void> {
    if (this.#act.busy()) return
    this.said = ''
    const params = { office: this.office.id, device: device.id }
    const body = { area: area || null }
    const done = await this.#act.run([device.id, body], key =>
      ask('POST /api/offices/:office/devices/:device/area', { params, body }, key),
    )
    if (done) this.said = t(adminText['devices.placed'], { name: device.name })
    this.#acted()
  }

  #dialog() {
    const devices = this.#devices.value?.devices ?? []
    const here = devices.find(d => d.id === this.leaving?.id)
    return html`<ui-dialog
      ?open=${this.leaving !== undefined}
      ?busy=${this.#act.busy()}
      heading=${t(adminText['devices.revoke.title'], { name: this.leaving?.name ?? '' })}
      primary=${t(adminText.cancel)}
      secondary=${t(adminText['devices.revoke'])}
      secondaryVariant="danger"
      @primary=${this.#stay}
      @dismiss=${this.#stay}
      @secondary=${() => void this.#revoke()}
      >${t(adminText['devices.revoke.why'])} ${unheardWithout(this.office, devices, here)}</ui-dialog
    >`
  }

  readonly #stay = () => (this.leaving = undefined)

  async #approve(): Promise<void> {
    const code = this.code.trim().toUpperCase()
    const name = this.name.trim()
    this.said = ''
    if (this.#act.busy()) return
    this.wrong = code.length < 4 || name === '' ? t(adminText['devices.needBoth']) : this.#twin(name)
    if (this.wrong) return this.#mark(code.length < 4 ? 'code' : 'name')
    // Sent once, it is not asked about when the answer was lost.
    this.#asked = name
    const params = { office: this.office.id }
    const body = { code, name, ...(this.area ? { area: this.area } : {}) }
    const done = await this.#act.run(body, key => ask('POST /api/offices/:office/devices', { params, body }, key))
    if (done) {
      this.code = ''
      this.name = ''
      this.#asked = ''
      this.awaited = done.device
      this.said = t(deviceText['coming.why'], { name })
      this.renderRoot.querySelector('input')!.focus()
    }
    this.#acted()
    this.#mark(codeOf(this.#act.error) === 'PAIRING_UNKNOWN' ? 'code' : undefined)
  }

  /** Two of one name are told apart by nobody: asked about once. */
  #twin(name: string): string {
    const { devices = [], awaited = [] } = this.#devices.value ?? {}
    const same = [...devices, ...awaited].find(d => d.name.toLowerCase() === name.toLowerCase())
    if (!same || this.#asked === name) return ''
    this.#asked = name
    return t(deviceText['same.name'], { name: same.name })
  }

  #mark(field: 'code' | 'name' | undefined): void {
    this.amiss = field
    if (field) this.renderRoot.querySelector<HTMLInputElement>(`.${field} input`)!.focus()
  }

  async #revoke(): Promise<void> {
    const device = this.leaving
    if (!device || this.#act.busy()) return
    const params = { office: this.office.id, device: device.id }
    const done = await this.#act.run(device.id, key =>
      ask('POST /api/offices/:office/devices/:device/revoke', { params }, key),
    )
    if (done) {
      this.said = t(adminText['devices.revoked'], { name: device.name })
      if (this.awaited?.id === device.id) this.awaited = undefined
    }
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
