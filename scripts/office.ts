import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { StartError } from '../server/store/open/start-error.ts'
import { AppError } from '../shared/kit/errors.ts'
import type { Unsound } from '../shared/office/structure/sound.ts'
import type { Foreseen } from '../server/services/office-file/office-files.ts'
import { differenceLines, foreseenLines, linkLines, nameIn, problemLines, unsoundLines } from './office/lines.ts'
import { openOffice, type OpenedOffice } from './office/open-office.ts'

const HELP = `Kantor sebagai berkas (an office as a file):
  npm run office -- export [--office ID] > kantor.yaml     tulis kantor (write the office)
  npm run office -- apply kantor.yaml --dry-run            lihat perbedaannya saja (show the difference)
  npm run office -- apply kantor.yaml [--yes]              terapkan (apply it)`

const RUNNING = `Data ini sedang dipakai Tanggap yang berjalan. Hentikan dahulu, terapkan, lalu jalankan lagi; atau ubah di konsol.
(A running Tanggap uses these data. Stop it, apply, start it again; or change the office in the console.)`

const FIRST = `Kantor masih dalam persiapan. Jalankan npm start: tautan penyiapan administrator tercetak di sana.
(The office is being prepared. Run npm start: it prints the set-up link of the administrator.)`

const NOBODY = `Kantor masih dalam persiapan, dan belum ada administratornya. Tulis satu di bagian staff, lalu terapkan lagi.
(The office is being prepared and nobody administers it. Name one under staff and apply the file again.)`

/** What a caller may find out from the exit code. */
const EXIT = { done: 0, wrongFile: 1, usage: 2, touches: 3, cannotOpen: 4 } as const

/** `npm run office`: the whole office as a file, written and applied while no server runs on its data. */
export async function main(args: readonly string[]): Promise<number> {
  const asked = argumentsOf(args)
  if (!asked) {
    console.error(HELP)
    return EXIT.usage
  }
  try {
    return asked.command === 'export' ? await write(asked.office) : await apply(asked)
  } catch (error) {
    if (error instanceof AppError && error.code === 'STRUCTURE_UNSOUND') {
      console.error(unsoundLines(error.data?.['problems'] as readonly Unsound[]))
      return EXIT.wrongFile
    }
    if (!(error instanceof StartError)) throw error
    console.error(/already running|another program/.test(error.message) ? RUNNING : error.message)
    return EXIT.cannotOpen
  }
}

/** Who goes on with an office that nobody has come into yet: by a link of their own, or by the set-up link of the installation. */
async function sayWhoSetsUp({ officeFiles, origin }: OpenedOffice, { office, isNew }: Foreseen): Promise<void> {
  const links = await officeFiles.administratorLinks(office)
  if (links && links.length > 0) console.log(linkLines(links, origin))
  else if (isNew) console.log(links ? NOBODY : FIRST)
}

interface Asked {
  readonly command: 'export' | 'apply'
  readonly file: string
  readonly office: string | undefined
  readonly dryRun: boolean
  readonly yes: boolean
}

function argumentsOf(args: readonly string[]): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { office: { type: 'string' }, 'dry-run': { type: 'boolean' }, yes: { type: 'boolean' } },
    })
    const [command, file = '', ...more] = positionals
    if (more.length > 0 || (command === 'apply') !== (file !== '')) return undefined
    if (command !== 'export' && command !== 'apply') return undefined
    return { command, file, office: values.office, dryRun: values['dry-run'] ?? false, yes: values.yes ?? false }
  } catch {
    return undefined
  }
}

async function write(wanted: string | undefined): Promise<number> {
  const program = await openOffice()
  try {
    const ids = program.offices.all().map(o => o.id)
    const id = wanted ?? (ids.length === 1 ? ids[0] : undefined)
    if (id === undefined || !ids.includes(id)) {
      console.error(
        ids.length === 0
          ? 'Belum ada kantor di data ini. (There is no office in these data yet.)'
          : `Pilih kantor dengan --office: ${ids.join(', ')}. (Choose an office.)`,
      )
      return EXIT.usage
    }
    process.stdout.write(await program.officeFiles.text(id))
    return EXIT.done
  } finally {
    await program.close()
  }
}

async function apply({ file, dryRun, yes }: Asked): Promise<number> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    console.error(`Berkas ${file} tidak dapat dibaca. (The file cannot be read.)`)
    return EXIT.usage
  }
  const program = await openOffice()
  try {
    const looked = await program.officeFiles.look(text)
    if (!looked.ok) {
      console.error(problemLines(file, looked.problems))
      return EXIT.wrongFile
    }
    const { foreseen } = looked
    console.log(
      [
        ...differenceLines(foreseen),
        ...foreseenLines(foreseen, id => nameIn(program.offices, foreseen.office, id)),
      ].join('\n'),
    )
    if (dryRun) return EXIT.done
    if (foreseen.touches > 0 && !yes) {
      console.error('Belum diterapkan: tambahkan --yes bila sudah pasti. (Not applied: add --yes if you are sure.)')
      return EXIT.touches
    }
    await program.officeFiles.apply(text, 'operator', yes)
    const same = foreseen.differences.length === 0 && foreseen.invited.length === 0
    if (!same) console.log('Diterapkan. (Applied.)')
    await sayWhoSetsUp(program, foreseen)
    return EXIT.done
  } finally {
    await program.close()
  }
}
