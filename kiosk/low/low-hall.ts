import { kioskText } from '../../shared/text/kiosk.ts'
import { hallText } from '../../shared/text/kiosk-hall.ts'
import { lang, t } from '../../shared/web/lang.ts'
import { daysText, type Tile } from '../parts/agencies.ts'
import type { Wish } from '../parts/flow.ts'
import type { HallPage } from '../parts/hall-pages.ts'
import { sheetOf, type Card } from '../parts/services.ts'
import type { LowView, Option } from './low-option.ts'

/** Puts one choice of the accessible mode together; what leads to a service comes from the page of services. */
type ServiceOption = (key: string, card: Card) => Option

/**
 * The accessible mode in a hall of many agencies: first between which names of the alphabet, then the agency, then its
 * service; never more choices at a time than keys.
 */
export function hallView(
  page: HallPage | { readonly name: 'home' },
  size: number,
  tiles: readonly Tile[],
  serviceOption: ServiceOption,
): LowView {
  if (page.name === 'agency') {
    const tile = tiles.find(it => it.id === page.id)
    if (tile)
      return viewOf(
        t(hallText['agency.which'], { agency: t(tile.name) }),
        ...paged(tile.cards, page.sheet, size, (card, key) => serviceOption(key, card)),
      )
  }
  const ranges = rangesOf(tiles, size)
  const own = page.name === 'range' ? ranges[page.at] : undefined
  if (page.name === 'range' && own)
    return viewOf(t(hallText.all), ...paged(own, page.sheet, size, (tile, key) => agencyOption(key, tile)))
  const options = ranges.map((range, at): Option => {
    const [first, last] = [range[0]!, range.at(-1)!]
    const label = t(hallText['low.from'], { from: t(first.name), to: t(last.name) })
    return { key: String(at + 1), label, note: [], wish: { do: 'range', at } }
  })
  return viewOf(t(hallText.all), options)
}

function agencyOption(key: string, tile: Tile): Option {
  const option = { key, label: t(tile.name), note: [tile.there ? t(tile.detail) : daysText(tile, lang())] }
  const wish: Wish = { do: 'agency', id: tile.id }
  return tile.there ? { ...option, wish } : option
}

/** The agencies in as many stretches of the alphabet as there are keys. */
function rangesOf(tiles: readonly Tile[], size: number): readonly (readonly Tile[])[] {
  const each = Math.max(1, Math.ceil(tiles.length / size))
  return Array.from({ length: Math.ceil(tiles.length / each) }, (_, i) => tiles.slice(i * each, (i + 1) * each))
}

function paged<T>(list: readonly T[], at: number, size: number, option: (item: T, key: string) => Option): [Option[]] {
  const { items, sheet, of } = sheetOf(list, at, size)
  const options = items.map((item, i) => option(item, String(i + 1)))
  if (of > 1)
    options.push({
      key: '9',
      label: t(kioskText['low.more']),
      onward: true,
      note: [t(kioskText['home.sheet'], { n: sheet + 1, of })],
      wish: { do: 'turn', sheet: (sheet + 1) % of },
    })
  return [options]
}

function viewOf(heading: string, options: readonly Option[]): LowView {
  const help = { key: '0', label: t(kioskText['low.help']), note: [], wish: undefined }
  const spoken = [...options, help].map(({ key, label, note, wish }) =>
    t(kioskText['low.for'], { key, label: wish || key === '0' ? label : `${label}, ${note[0] ?? ''}` }),
  )
  return { heading, lead: t(kioskText['low.lead']), caption: `${spoken.join('. ')}.`, options }
}
