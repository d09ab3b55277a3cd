import { html, nothing, type PropertyValues } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Reply } from '../../../shared/contracts/api.ts'
import type { Area } from '../../../shared/office/agencies.ts'
import { unheardAreas } from '../../../shared/office/unheard.ts'
import { listPageText as words } from '../../../shared/text/list-pages.ts'
import { partText as parts } from '../../../shared/text/structure.ts'
import { t } from '../../../shared/web/lang.ts'
import '../../../shared/web/ui/ui-banner.ts'
import { ask } from '../../parts/ask.ts'
import { Fetched } from '../../parts/fetched.ts'
import { wordsField } from '../form/fields.ts'
import { ListPage } from '../form/list-page.ts'
import { newId } from '../form/new-id.ts'

/** The waiting areas of the hall. */
@customElement('admin-areas')
export class AdminAreas extends ListPage {
  protected readonly list = 'areas'
  readonly #devices = new Fetched<Reply<'GET /api/offices/:office/devices'>>(this)

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    if (!this.staff.permissions.includes('device.approve')) return
    const params = { office: this.office.id }
    this.#devices.want(params.office, () => ask('GET /api/offices/:office/devices', { params }))
  }

  /** Areas whose calls nobody hears, and the way to a display for them. */
  protected override standing() {
    const displays = (this.#devices.value?.devices ?? []).filter(d => d.kind === 'display')
    const lost = unheardAreas(
      this.draft,
      displays.map(d => d.area),
    )
    if (lost.length === 0) return nothing
    const names = lost.map(area => t(area.name)).join(', ')
    return html`<ui-banner
      >${t(words['areas.unheard'], { names })} <a href="#/perangkat">${t(words['areas.devices'])}</a></ui-banner
    >`
  }

  protected get addLabel(): string {
    return t(words['areas.add'])
  }

  protected made() {
    const id = newId()
    return { id, areas: [{ id, name: ['', ''] as const }] }
  }

  protected summaryOf(id: string) {
    return t(words['areas.counters'], { n: this.draft.counters.filter(c => c.area === id).length })
  }

  protected fieldsOf(id: string) {
    const area: Area = this.draft.areas.find(a => a.id === id)!
    const field = `areas.${id}.name`
    return wordsField({ field, label: t(parts.name), wrong: this.unsoundAt(field) }, area.name, name =>
      this.change({ areas: [{ id, name }] }),
    )
  }

  /** A counter does not keep an area that is gone. */
  protected override takeAway(id: string): void {
    this.change({
      areas: [{ id, removed: true }],
      counters: this.draft.counters.filter(c => c.area === id).map(c => ({ id: c.id, area: null })),
    })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-areas': AdminAreas
  }
}
