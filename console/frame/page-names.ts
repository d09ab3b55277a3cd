import { consoleText } from '../../shared/text/console.ts'
import { railText } from '../../shared/text/rail.ts'
import { t } from '../../shared/web/lang.ts'
import type { PAGES } from './page-table.ts'

type Named = Pick<(typeof PAGES)[number], 'id'>
type RailPage = Exclude<keyof typeof railText, 'title'>
type BarPage = Exclude<Named['id'], `${string}/${string}`>

/** What a page is called in the bar and over the window; the inner pages of the administration, and all `inRail`, by the rail's name. */
export function nameOf({ id }: Named, inRail = id.includes('/')): string {
  return t(inRail && id in railText ? railText[id as RailPage] : consoleText[`page.${id as BarPage}`])
}
