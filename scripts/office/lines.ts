import type { AdministratorLink, Foreseen } from '../../server/services/office-file/office-files.ts'
import type { PlacedProblem } from '../../server/services/office-file/read.ts'
import type { Difference } from '../../shared/office/file/difference.ts'
import { pathText } from '../../shared/office/file/problem.ts'
import type { Written } from '../../shared/office/file/written.ts'
import type { Offices } from '../../server/services/office/offices.ts'
import type { Words } from '../../shared/kit/words.ts'
import type { Unsound } from '../../shared/office/structure/sound.ts'
import { consequencesText } from '../../shared/text/consequences.ts'
import { problemText } from '../../shared/text/office-file.ts'
import { say } from '../../shared/text/text.ts'
import { unsoundText } from '../../shared/text/unsound.ts'

/** Everything that is wrong in a file, a line each: place, key, problem and remedy. */
export function problemLines(file: string, problems: readonly PlacedProblem[]): string {
  return [
    ...problems.map(p => {
      const key = pathText(p.path)
      return `${file}:${p.line}:${p.column}${key === '' ? '' : ` ${key}`} ${problemText(p, 'id')} (${problemText(p, 'en')})`
    }),
    `${problems.length} hal perlu diperbaiki; tidak ada yang diubah. (Nothing was changed.)`,
  ].join('\n')
}

/** What changes, a line each: `+` new, `-` gone, `~` from what to what. */
export function differenceLines({ isNew, office, differences }: Foreseen): readonly string[] {
  if (isNew) return [`Kantor baru: ${office} (a new office)`, ...differences.map(lineOf)]
  if (differences.length === 0) return ['Tidak ada perbedaan. (No difference.)']
  return [`Kantor ${office}: ${differences.length} perbedaan (differences)`, ...differences.map(lineOf)]
}

/** Whom it touches, and who is invited. */
export function foreseenLines(
  { booked, told, consequences, renewed, invited }: Foreseen,
  nameOf: (id: string) => string,
): readonly string[] {
  return [
    ...(booked > 0
      ? [
          `! ${booked} reservasi kehilangan waktunya; ${told} dikabari lewat pesan (bookings lose their time; ${told} told by a message)`,
        ]
      : []),
    // Screens show it once the server runs again.
    ...consequences
      .filter(({ kind }) => kind !== 'kiosks' && kind !== 'displays')
      .map(({ kind, of, count }) => `! ${inBoth(consequencesText[kind], { n: count, name: nameOf(of) })}`),
    ...(renewed > 0
      ? [`! ${renewed} petugas masuk lagi dengan hak baru (people sign in again with other rights)`]
      : []),
    ...(invited.length > 0
      ? [
          `+ ${invited.length} petugas baru tanpa kata sandi: undang lewat konsol (new staff: invite them in the console)`,
        ]
      : []),
  ]
}

/** The links of those who set a further office up, each shown this once. */
export function linkLines(links: readonly AdministratorLink[], origin: string): string {
  return [
    'Tautan administrator, 48 jam dan sekali pakai (link of the administrator, 48 hours, used once):',
    ...links.map(({ username, link }) => `  ${username}: ${origin}/console/#/tautan/${link.secret}`),
  ].join('\n')
}

/** What a file may not take away from the running day, a line each. */
export function unsoundLines(problems: readonly Unsound[]): string {
  return [
    ...problems.map(p => `${p.field} ${inBoth(unsoundText[p.problem], { with: p.with })}`),
    'Tidak ada yang diubah. (Nothing was changed.)',
  ].join('\n')
}

/** What people call a service or counter of an office. */
export function nameIn(offices: Pick<Offices, 'all'>, officeId: string, id: string): string {
  const office = offices.all().find(o => o.id === officeId)
  return (
    office?.services.find(s => s.id === id)?.name[0] ??
    office?.counters.find(c => c.id === id)?.name ??
    office?.areas.find(a => a.id === id)?.name[0] ??
    id
  )
}

function inBoth(words: Words, values: Readonly<Record<string, string | number>>): string {
  return `${say(words, 'id', values)} (${say(words, 'en', values)})`
}

function lineOf({ path, before, after }: Difference): string {
  if (path.endsWith('.retired') && after === true) return `! ${path.slice(0, -'.retired'.length)} dihentikan (retired)`
  if (before === undefined) return `+ ${path} ${textOf(after)}`
  if (after === undefined) return `- ${path} ${textOf(before)}`
  return `~ ${path} ${textOf(before)} → ${textOf(after)}`
}

const MOST = 100

function textOf(value: Written | undefined): string {
  const written = typeof value === 'string' ? value : JSON.stringify(value)
  const words = /^\{"id":"(.*?)","en":/.exec(written)?.[1] ?? written
  return words.length > MOST ? `${words.slice(0, MOST)} …` : words
}
