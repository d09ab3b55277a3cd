import { html, nothing, type TemplateResult } from 'lit'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { consoleText } from '../../shared/text/console.ts'
import { moreOfficesText } from '../../shared/text/more-offices.ts'
import { t } from '../../shared/web/lang.ts'
import type { StaffView } from '../parts/page.ts'

/** Where one is at work; whoever works at several offices goes to the others from here. */
export function brandOf({ shortName, name }: OfficeInfo, { offices }: StaffView, demo: boolean): TemplateResult {
  const office = shortName || name
  if (offices.length > 1)
    return html`<a class="brand" href="#/pengaturan/kantor-lain">${office}<span>${t(moreOfficesText.switch)}</span></a>`
  return html`<div class="brand">${office}${demo ? html`<span>${t(consoleText['frame.demo'])}</span>` : nothing}</div>`
}
