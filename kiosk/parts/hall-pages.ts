/** What agency of a hall somebody looks at, which letters they type, or among which agencies they choose in the accessible mode. */
export type HallPage =
  | { readonly name: 'agency'; readonly id: string; readonly sheet: number }
  | { readonly name: 'find'; readonly query: string; readonly sheet: number }
  | { readonly name: 'range'; readonly at: number; readonly sheet: number }

/** How somebody moves about a hall of many agencies. */
export type HallAct =
  | { readonly do: 'agency'; readonly id: string }
  | { readonly do: 'find' }
  | { readonly do: 'range'; readonly at: number }
  | { readonly do: 'search'; readonly query: string }
  | { readonly do: 'turn'; readonly sheet: number }

/** Letters that one search may have. */
const MOST_LETTERS = 24

/** The page of a hall to which an act leads; `undefined` where it leads nowhere from here. */
export function inHall(page: HallPage | undefined, act: { readonly do: string } | HallAct): HallPage | undefined {
  const hall = act as HallAct
  switch (hall.do) {
    case 'agency':
      return { name: 'agency', id: hall.id, sheet: 0 }
    case 'find':
      return { name: 'find', query: '', sheet: 0 }
    case 'range':
      return { name: 'range', at: hall.at, sheet: 0 }
    case 'search':
      return page?.name === 'find' ? { ...page, query: hall.query.slice(0, MOST_LETTERS), sheet: 0 } : undefined
    case 'turn':
      return page && { ...page, sheet: hall.sheet }
    default:
      return undefined
  }
}

/** Whether a page is one of a hall. */
export function isHallPage(page: { readonly name: string }): page is HallPage {
  return page.name === 'agency' || page.name === 'find' || page.name === 'range'
}
