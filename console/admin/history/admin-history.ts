import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live as standing } from 'lit/directives/live.js'
import type { Reply } from '../../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { historyText as words } from '../../../shared/text/history.ts'
import { dateText, timeText } from '../../../shared/text/ui.ts'
import { actOf } from '../../../shared/web/act.ts'
import { LangController, lang, t } from '../../../shared/web/lang.ts'
import type { LiveDay } from '../../../shared/web/live-day.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { emit } from '../../../shared/web/ui/emit.ts'
import '../../../shared/web/ui/ui-button.ts'
import { icon } from '../../../shared/web/ui/icons.ts'
import '../../../shared/web/ui/ui-tag.ts'
import { ask } from '../../parts/ask.ts'
import { Fetched, whenRead } from '../../parts/fetched.ts'
import type { StaffView } from '../../parts/page.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { codeOf } from '../../../shared/web/client.ts'
import { sentenceOf } from '../../parts/sentence.ts'
import type { Told } from '../form/effect-lines.ts'
import '../form/effects-pane.ts'
import { refusedSaid, shortened } from '../form/form-says.ts'
import { pageStyles } from '../form/form-styles.ts'
import { fieldName, fieldText } from '../said/field-words.ts'
import { historyStyles } from './history-styles.ts'

type Version = Reply<'GET /api/offices/:office/versions'>['versions'][number]
type Differences = Reply<'GET /api/offices/:office/versions/:version/compare'>['fields']

/** Two versions beside each other. */
interface Compared {
  readonly version: number
  readonly other: number
  readonly fields: Differences
}

interface Read {
  readonly versions: readonly Version[]
  readonly undo: number | null
  readonly names: ReadonlyMap<string, string>
}

/** Every version of the office's settings: who made it, in which fields; two compared; one brought back after its effects. */
@customElement('admin-history')
export class AdminHistory extends LitElement {
  static override styles = [baseStyles, paneStyles, pageStyles, historyStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  @state() private older: readonly Version[] = []
  @state() private compared: Compared | undefined
  @state() private told:
    (Told & { readonly version: number; readonly fields: Differences; readonly at: number }) | undefined
  @state() private failure = ''
  @state() private done = ''
  #round = 0
  readonly #act = actOf(() => this.requestUpdate())
  readonly #read = new Fetched<Read>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const params = { office: this.office.id }
    this.#read.want(`${this.office.id} ${this.#round}`, async () => {
      const [{ versions }, { undo }, names] = await Promise.all([
        ask('GET /api/offices/:office/versions', { params, query: {} }),
        ask('GET /api/offices/:office/structure', { params }),
        this.#names(),
      ])
      return { versions, undo, names }
    })
  }

  /** Whoever may not see the people of the office reads ids. */
  async #names(): Promise<ReadonlyMap<string, string>> {
    if (!this.staff.permissions.includes('staff.manage')) return new Map()
    const { people } = await ask('GET /api/offices/:office/people', { params: { office: this.office.id } })
    return new Map(people.map(p => [p.id, p.name]))
  }

  protected override render() {
    if (this.told) return this.#effects(this.told)
    return html`<header class="head">
        <div>
          <h1>${t(words.title)}</h1>
          <p class="soft">${t(words.lead)}</p>
        </div>
        ${this.#undo()}
      </header>
      <p role="status" class=${this.failure ? 'bad' : 'soft'}>${this.failure || this.done}</p>
      ${this.#two()} ${this.compared ? this.#difference(this.compared) : nothing}
      ${whenRead(this.#read, read => this.#list(read))}`
  }

  /** Any two of them, by their numbers: also those that are not listed yet. */
  #two() {
    const last = this.#last
    if (last < 2) return nothing
    const { version = last - 1, other = last } = this.compared ?? {}
    const field = (name: string, label: string, value: number) =>
      html`<label
        >${label} <input name=${name} type="number" required min="1" max=${last} .value=${standing(String(value))}
      /></label>`
    return html`<form class="two" @submit=${this.#onTwo}>
      ${field('version', t(words.two), version)} ${field('other', t(words['two.with']), other)}
      <ui-button size="s" type="submit">${t(words['two.go'])}</ui-button>
      <button type="submit" hidden></button>
    </form>`
  }

  readonly #onTwo = (event: SubmitEvent): void => {
    event.preventDefault()
    const given = new FormData(event.currentTarget as HTMLFormElement)
    void this.#compare(Number(given.get('version')), Number(given.get('other')))
  }

  #undo() {
    const { undo = null, versions = [] } = this.#read.value ?? {}
    const [last] = versions
    if (undo === null)
      return last && last.restores === null && last.version > 1
        ? html`<p class="note">${t(words['undo.nothing'])}</p>`
        : nothing
    return html`<ui-button ?busy=${this.#act.busy()} @click=${() => void this.#foresee(undo)}
      >${icon('history')} ${t(words.undo)}</ui-button
    >`
  }

  #list({ versions, names }: Read) {
    const all = [...versions, ...this.older]
    const last = all.at(-1)
    return html`<ol class="versions" aria-label=${t(words.title)}>
        ${all.map((one, i) => this.#version(one, names, i === 0))}
      </ol>
      ${
        last && last.version > 1
          ? html`<ui-button @click=${() => void this.#more(last.version)}>${t(words.older)}</ui-button>`
          : nothing
      }`
  }

  #version({ version: n, at, by, fields, reason, restores }: Version, names: Read['names'], now: boolean) {
    const { zone } = this.office
    const who = by === 'system' ? t(words.system) : (names.get(by) ?? t(words.gone))
    const when = t(words.when, { date: dateText(at, zone, lang()), time: timeText(at, zone, lang()) })
    const what = fields.map(field => fieldName(field, this.office))
    return html`<li class="pane">
      <div>
        <b>${t(words.version, { n })}</b> ${now ? html`<ui-tag tone="go">${t(words.last)}</ui-tag>` : nothing}
        <span class="soft">${when} · ${t(words.by, { name: who })}</span>
        <p>${what.length > 0 ? shortened(what) : t(words.first)}</p>
        ${restores === null ? nothing : html`<p class="note">${t(words.restores, { n: restores })}</p>`}
        ${reason ? html`<p class="note">“${reason}”</p>` : nothing}
      </div>
      ${now ? nothing : this.#acts(n)}
    </li>`
  }

  #acts(n: number) {
    return html`<div class="acts">
      <ui-button size="s" label=${t(words['compare.label'], { n })} @click=${() => void this.#compare(n)}
        >${t(words.compare)}</ui-button
      >
      <ui-button size="s" label=${t(words['restore.label'], { n })} @click=${() => void this.#foresee(n)}
        >${t(words.restore)}</ui-button
      >
    </div>`
  }

  #difference({ version: here, other: there, fields }: Compared) {
    const columns = { here, there }
    return html`<section class="pane" aria-labelledby="differs">
      <h2 id="differs" tabindex="-1">${t(words.differs, columns)}</h2>
      ${
        fields.length === 0
          ? html`<p>${t(words.same)}</p>`
          : html`<div class="wide">
              <table>
                <thead>
                  <tr>
                    <th scope="col">${t(words.field)}</th>
                    <th scope="col">${t(words.version, { n: here })}</th>
                    <th scope="col">${t(words.version, { n: columns.there })}</th>
                  </tr>
                </thead>
                <tbody>
                  ${fields.map(
                    f =>
                      html`<tr>
                        <th scope="row">${fieldName(f.field, this.office)}</th>
                        <td>${fieldText(f.field, f.here, this.office)}</td>
                        <td>${fieldText(f.field, f.there, this.office)}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
      }
    </section>`
  }

  #effects({ version, fields, at, ...told }: NonNullable<typeof this.told>) {
    const changes = fields.map(f => ({
      name: fieldName(f.field, this.office),
      before: fieldText(f.field, f.there, this.office),
      after: fieldText(f.field, f.here, this.office),
    }))
    return html`<effects-pane
      .office=${this.office}
      .told=${told}
      .changes=${changes}
      .at=${at}
      .deed=${t(words['restore.label'], { n: version })}
      .failure=${this.failure}
      ?busy=${this.#act.busy()}
      @dismiss=${() => (this.told = undefined)}
      @confirm=${(e: CustomEvent<{ foreseen: number; reason?: string }>) => void this.#restore(version, e.detail)}
    ></effects-pane>`
  }

  get #last(): number {
    return this.#read.value?.versions[0]?.version ?? 0
  }

  #params(version: number) {
    return { office: this.office.id, version: String(version) }
  }

  async #compare(version: number, other = this.#last): Promise<void> {
    this.failure = ''
    try {
      this.compared = { version, other, fields: await this.#differences(version, other) }
      await this.updateComplete
      this.renderRoot.querySelector<HTMLElement>('#differs')?.focus()
    } catch (error) {
      this.failure = sentenceOf(error)
    }
  }

  async #differences(version: number, other = this.#last): Promise<Differences> {
    const query = { with: String(other) }
    return (await ask('GET /api/offices/:office/versions/:version/compare', { params: this.#params(version), query }))
      .fields
  }

  async #foresee(version: number): Promise<void> {
    this.failure = ''
    this.done = ''
    const params = this.#params(version)
    const told = await this.#act.run({ look: version }, async () => ({
      ...(await ask('POST /api/offices/:office/versions/:version/effects', { params })),
      fields: await this.#differences(version),
    }))
    if (told?.fields.length === 0) this.done = t(words.nothing, { n: version })
    else if (told) this.told = { ...told, version, at: Date.now() + (this.live?.clockError ?? 0) }
    else await this.#refused(this.#act.error)
  }

  /** Says what stands in the way, where whoever pressed far down the list sees it. */
  async #refused(error: unknown): Promise<void> {
    this.failure = refusedSaid(error, this.office)
    await this.updateComplete
    this.renderRoot.querySelector('.bad')?.scrollIntoView({ block: 'center' })
  }

  async #restore(version: number, seen: { readonly foreseen: number; readonly reason?: string }): Promise<void> {
    const body = { last: this.#last, ...seen }
    const params = this.#params(version)
    const made = await this.#act.run({ ...body, version }, key =>
      ask('POST /api/offices/:office/versions/:version/restore', { params, body }, key),
    )
    if (!made) {
      const { error } = this.#act
      // More have booked than were told: what happens now, in place of what was shown.
      if (codeOf(error) === 'BOOKINGS_TOUCHED') await this.#foresee(version)
      this.failure ||= sentenceOf(error)
      return
    }
    this.told = undefined
    this.compared = undefined
    this.older = []
    this.done = t(words.restored, { n: version })
    this.#round++
    emit(this, 'officechanged', made.office)
  }

  async #more(before: number): Promise<void> {
    try {
      const query = { before: String(before) }
      const { versions } = await ask('GET /api/offices/:office/versions', { params: { office: this.office.id }, query })
      this.older = [...this.older, ...versions]
    } catch (error) {
      this.failure = sentenceOf(error)
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-history': AdminHistory
  }
}
