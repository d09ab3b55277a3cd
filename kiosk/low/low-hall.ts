import type { Words } from '../../shared/kit/words.ts'
import { kioskText } from '../../shared/text/kiosk.ts'
import type { LifeEvent } from '../../shared/office/life-events.ts'
import { hallText } from '../../shared/text/kiosk-hall.ts'
import { lifeEventText } from '../../shared/text/life-events.ts'
import { lang, t } from '../../shared/web/lang.ts'
import { daysText, type Tile } from '../parts/agencies.ts'
import type { Wish } from '../parts/flow.ts'
import type { HallPage } from '../parts/hall-pages.ts'
import { sheetOf, type Card } from '../parts/services.ts'
import type { LowView, Option } from './low-option.ts'

/** Puts one choice of the accessible mode together; what leads to a service comes from the page of services. */
type ServiceOption = (key: string, card: Card) => Option

/** The events of life that may be chosen here, and how one is. */
interface Events {
  readonly all: readonly LifeEvent[]
  readonly option: (key: string, event: LifeEvent) => Option
}

/**
 * The accessible mode in a hall of many agencies: first between which names of the alphabet, then the agency, then its
 * service; never more choices at a time than keys. Events of life stand behind the alphabet, as one more stretch of it.
 */
export function hallView(
  page: HallPage | { readonly name: 'home' },
  size: number,
  tiles: readonly Tile[],
  serviceOption: ServiceOption,
  events: Events,
): LowView {
  if (page.name === 'agency') {
    const tile = tiles.find(it => it.id === page.id)
    if (tile)
      return viewOf(
        t(hallText['agency.which'], { agency: t(tile.name) }),
        ...paged(tile.cards, page.sheet, size, (card, key) => serviceOption(key, card)),
      )
  }
  const ranges = rangesOf(tiles, events.all.length > 0 ? size - 1 : size)
  if (page.name === 'range' && page.at === ranges.length && events.all.length > 0)
    return viewOf(
      t(lifeEventText.ask),
      ...paged(events.all, page.sheet, size, (event, key) => events.option(key, event)),
    )
  const own = page.name === 'range' ? ranges[page.at] : undefined
  if (page.name === 'range' && own)
    return viewOf(
      t(hallText.all),
      ...paged(own, page.sheet, size, (tile, key) => agencyOption(key, tile), hallText['low.more']),
    )
  const options = ranges.map((range, at): Option => {
    const [first, last] = [range[0]!, range.at(-1)!]
    const label = t(hallText['low.from'], { from: t(first.name), to: t(last.name) })
    return { key: String(at + 1), label, note: [], wish: { do: 'range', at } }
  })
  if (events.all.length > 0)
    options.push({
      key: String(ranges.length + 1),
      label: t(lifeEventText.ask),
      note: [],
      wish: { do: 'range', at: ranges.length },
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

function paged<T>(
  list: readonly T[],
  at: number,
  size: number,
  option: (item: T, key: string) => Option,
  more: Words = kioskText['low.more'],
): [Option[]] {
  const { items, sheet, of } = sheetOf(list, at, size)
  const options = items.map((item, i) => option(item, String(i + 1)))
  if (of > 1)
    options.push({
      key: '9',
      label: t(more),
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
