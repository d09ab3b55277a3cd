import { api } from '../../shared/contracts/api.ts'
import type { Access, Route, Wall } from '../../shared/contracts/route.ts'
import { PERMISSIONS, ROLE_PERMISSIONS, ROLES } from '../../shared/office/permissions.ts'

/** Who opens a door that is no route of the contract. */
export type Opens =
  | 'everybody'
  | 'holder'
  | 'queue.take'
  | 'officer.read.own'
  | 'survey.enter'
  | 'survey.decide'
  | 'signedIn'
  | 'operator'

/** What the matrix knows beside the routes: the live rooms, and every other door by its path. */
export interface Doors {
  readonly rooms: Readonly<Record<string, readonly string[]>>
  readonly doors: readonly (readonly [path: RegExp, opens: Opens, what: string])[]
}

const OF_AGENCY: Readonly<Record<Wall, string>> = {
  own: 'what is about themselves',
  hall: 'the same as everybody',
  counter: 'at a counter of the agency',
  service: 'for a service of the agency',
  ticket: 'for a ticket of the agency',
  application: 'for a document of the agency',
  part: 'the agency’s part alone',
}

const OPENS: Readonly<Record<Opens, string>> = {
  everybody: 'everybody',
  holder: 'whoever holds the link',
  'queue.take': '`queue.take`; of an agency, for its own tickets',
  'officer.read.own': '`officer.read.own`',
  'survey.enter': '`survey.enter`; of the whole office',
  'survey.decide': '`survey.decide`; of the whole office',
  signedIn: 'whoever is signed in, and what is theirs',
  operator: 'the operator',
}

/** The page that says who may what, route by route, out of the contract and the matrix that the tests ask. */
export function accessPage({ rooms: opening, doors: others }: Doors): string {
  const roles = PERMISSIONS.map(p => [`\`${p}\``, ROLES.filter(r => ROLE_PERMISSIONS[r].includes(p)).join(', ')])
  const routes = Object.entries(api as Readonly<Record<string, Route>>).map(([key, route]) => [
    `\`${key.replace('/api/offices/:office', '…')}\``,
    route.summary,
    who(route.access),
    agencyOf(key, route),
  ])
  const rooms = Object.entries(opening).map(([room, opens]) => [`\`${room}\``, opens.join(', ')])
  const doors = others.map(([path, opens, what]) => [`\`${path.source.replace(/\\/g, '')}\``, what, OPENS[opens]])
  return [
    '# Who may what\n',
    'Written by `npm run docs` out of the contract and the matrix in `tests/http/access.*.ts` and `scripts/docs/access-doors.ts`, which is asked',
    'as nobody, as each kind of device, as each role, as each role of another office and as each role of two agencies (rules A1, A20 and A21). `…` is one office; its',
    'routes open to the staff and devices of that office alone. What stands here for an agency is all that somebody of an agency gets.',
    '',
    '## Rights and the roles that have them\n',
    table(['right', 'roles'], roles),
    '',
    '## Routes\n',
    table(['route', 'what it does', 'who', 'somebody of an agency'], routes),
    '',
    '## Live rooms\n',
    table(['room', 'who may join'], rooms),
    '',
    'Somebody of an agency joins a room of that agency instead of `staff`: of the others it tells what the hall hears.',
    '',
    '## Pages, files and streams\n',
    table(['path', 'what it is', 'who'], doors),
    '',
  ].join('\n')
}

function who(access: Access): string {
  if (access === 'anybody') return 'everybody'
  if (access === 'holder') return 'whoever holds the link'
  if (access === 'signedIn') return 'all staff'
  const staff = access.staff === undefined ? [] : [`\`${access.staff}\``]
  return [...staff, ...(access.device === undefined ? [] : [`a ${access.device}`])].join(' or ')
}

function agencyOf(key: string, { access, agency }: Route): string {
  if (agency !== undefined) return OF_AGENCY[agency]
  return typeof access === 'object' && access.staff !== undefined && key.includes(':office') ? 'closed' : '–'
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(c => c.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}
