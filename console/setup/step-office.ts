import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import type { Zone } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { hallSettings } from '../../shared/office/settings/hall-settings.ts'
import { wizardText } from '../../shared/text/wizard.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-dialog.ts'
import '../admin/look/office-look.ts'
import type { Look } from '../admin/look/office-look.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import type { OfficeBook } from './office-book.ts'
import { stepStyles } from './step-styles.ts'

type Template = Reply<'GET /api/offices/:office/templates'>['templates'][number]

const ZONES: readonly Zone[] = ['WIB', 'WITA', 'WIT']
const COUNTS = ['services', 'cases', 'lifeEvents', 'agencies'] as const
const FIELDS = [
  { key: 'name', word: 'office.name', most: 120 },
  { key: 'shortName', word: 'office.short', most: hallSettings.shortName.most },
  { key: 'city', word: 'office.city', most: 80 },
  { key: 'address', word: 'office.address', most: hallSettings.address.most, why: 'office.address.why' },
  { key: 'phone', word: 'office.phone', most: hallSettings.phone.most },
  { key: 'entrance', word: 'office.entrance', most: hallSettings.entrance.most },
] as const

/** What the office is, and with which sample it begins. */
@customElement('step-office')
export class StepOffice extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, stepStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) book!: OfficeBook
  /** A sample that would take the place of what is there, while its maker is asked. */
  @state() private asked: Template | undefined
  readonly #templates = new Fetched<readonly Template[]>(this)
  readonly #act = actOf(() => this.requestUpdate())

  /** In one column the samples stand first: most of the rest comes from them. */
  readonly #narrow = matchMedia('(max-width: 62rem)')

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const params = { office: this.office.id }
    this.#templates.want(
      params.office,
      async () => (await ask('GET /api/offices/:office/templates', { params })).templates,
    )
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#narrow.addEventListener('change', this.#again)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#narrow.removeEventListener('change', this.#again)
  }

  readonly #again = (): void => this.requestUpdate()

  /** Whoever comes first begins with the name. */
  protected override firstUpdated(): void {
    if (this.office.name === '') this.renderRoot.querySelector('input')!.focus()
  }

  protected override render() {
    return html`<header>
        <div>
          <h1>${t(wizardText['office.title'])}</h1>
          <p>${t(wizardText['office.lead'])}</p>
        </div>
      </header>
      <div class="cols even">
        ${this.#narrow.matches ? [this.#templatesPane(), this.#officePane()] : [this.#officePane(), this.#templatesPane()]}
      </div>
      <ui-dialog
        kind="plain"
        ?open=${this.asked !== undefined}
        heading=${t(wizardText['template.sure'], { name: this.asked ? nameOf(this.asked) : '' })}
        primary=${t(wizardText['template.sure.go'])}
        secondary=${t(wizardText.cancel)}
        @primary=${() => void this.#begin(this.asked!)}
        @secondary=${() => (this.asked = undefined)}
        @dismiss=${() => (this.asked = undefined)}
        >${t(wizardText['template.sure.what'])}</ui-dialog
      >`
  }

  #officePane() {
    return html`<section class="pane" aria-labelledby="office">
      <h2 id="office">${t(wizardText.office)}</h2>
      <div class="fields">${FIELDS.map(field => this.#field(field))} ${this.#zones()}</div>
      <details>
        <summary>${t(wizardText['office.look'])}</summary>
        <office-look
          .office=${this.office.id}
          .accent=${this.office.accent}
          .logo=${this.office.logo}
          @look=${(e: CustomEvent<Look>) => this.book.edit(e.detail)}
        ></office-look>
      </details>
    </section>`
  }

  #templatesPane() {
    return html`<section class="pane" aria-labelledby="templates">
      <header>
        <h2 id="templates">${t(wizardText.templates)}</h2>
        <span class="note">${t(wizardText['templates.what'])}</span>
      </header>
      ${whenRead(this.#templates, templates => this.#choose(templates))}
      ${this.#act.error === undefined ? nothing : html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>`}
      ${
        this.#beginsEmpty
          ? nothing
          : html`<p class="said">
              <b>${t(wizardText['template.brings'])}</b> ${t(wizardText['template.brings.what'])}
            </p>`
      }
      <p class="note">${t(wizardText['template.file'])}</p>
    </section>`
  }

  #field({ key, word, most, ...more }: (typeof FIELDS)[number]) {
    return html`<label class="field ${key === 'name' || key === 'address' ? 'wide' : ''}"
      ><span>${t(wizardText[word])}</span
      ><input
        name=${key}
        maxlength=${most}
        autocomplete="off"
        .value=${this.office[key]}
        @input=${(e: Event) => this.#typed(key, (e.target as HTMLInputElement).value)}
      />${'why' in more ? html`<small class="note">${t(wizardText[more.why])}</small>` : nothing}</label
    >`
  }

  /** An office without a name is no office: what stood there stays until another one is typed. */
  #typed(key: (typeof FIELDS)[number]['key'], value: string): void {
    if (key === 'name' && value.trim() === '') return
    this.book.edit({ [key]: value.trim() })
  }

  #zones() {
    return html`<div class="field">
      <span id="zone">${t(wizardText['office.zone'])}</span>
      <div class="seg" role="group" aria-labelledby="zone">
        ${ZONES.map(
          zone =>
            html`<button
              type="button"
              aria-pressed=${this.office.zone === zone}
              @click=${() => this.book.edit({ zone })}
            >
              ${zone}
            </button>`,
        )}
      </div>
    </div>`
  }

  #choose(templates: readonly Template[]) {
    const busy = this.#act.busy()
    return html`<div class="templates" role="group" aria-labelledby="templates" aria-busy=${busy}>
      ${inOrder(templates).map(
        template =>
          html`<button
            type="button"
            aria-pressed=${this.#isChosen(template)}
            ?disabled=${busy}
            @click=${() => this.#wanted(template)}
          >
            <b>${nameOf(template)}</b><small>${bringsOf(template)}</small>
          </button>`,
      )}
    </div>`
  }

  get #beginsEmpty(): boolean {
    return (this.#templates.value ?? []).some(template => template.services === 0 && this.#isChosen(template))
  }

  /** An empty beginning brings its hours. */
  #isChosen({ id, services }: Template): boolean {
    const { kind, hours, services: own } = this.office
    if (services === 0) return kind === 'other' && hours.some(day => day !== null)
    return own.length > 0 && kind === id
  }

  /** Where nothing would be lost nobody is asked. */
  #wanted(template: Template): void {
    if (this.office.services.length === 0) void this.#begin(template)
    else this.asked = template
  }

  async #begin(template: Template): Promise<void> {
    this.asked = undefined
    await this.book.flush()
    const params = { office: this.office.id }
    const done = await this.#act.run(template.id, key =>
      ask('POST /api/offices/:office/template', { params, body: { template: template.id } }, key),
    )
    if (done) emit(this, 'officechanged', done.office)
  }
}

/** The kinds that most offices are first, an empty one last. */
const ORDER = ['disdukcapil', 'dpmptsp', 'mpp', 'kecamatan', 'puskesmas', 'court', 'empty']

function inOrder(templates: readonly Template[]): readonly Template[] {
  const place = ({ id }: Template) => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length)
  return [...templates].sort((a, b) => place(a) - place(b))
}

/** A kind of office as people call it; the name of its file where nobody has put it into words. */
function nameOf({ id }: Template): string {
  const word = `template.${id}`
  return word in wizardText ? t(wizardText[word as keyof typeof wizardText]) : id
}

function bringsOf(template: Template): string {
  const some = COUNTS.filter(key => template[key] > 0)
  if (some.length === 0) return t(wizardText['template.nothing'])
  return some.map(key => t(wizardText[`template.${key}`], { n: template[key] })).join(', ')
}

declare global {
  interface HTMLElementTagNameMap {
    'step-office': StepOffice
  }
}
