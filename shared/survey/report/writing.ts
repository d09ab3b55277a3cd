import { merged } from '../../kit/merged.ts'
import { TEXT_IDS, type ReportDraft, type TextId } from './draft.ts'

/** A draft that somebody writes and has not saved. */
export interface Writing {
  readonly draft: ReportDraft
  /** The saved version on which it stands. */
  readonly ground: ReportDraft
  readonly version: number
  /** What somebody else saved meanwhile of the texts that are written here too; empty where that was nothing. */
  readonly theirs: Readonly<Partial<Record<TextId, string>>>
  /** Of the rest, what both wrote. */
  readonly both: readonly ('titles' | 'stages' | 'signedOn')[]
}

/** A draft begun on a saved version. */
export function writingOn(ground: ReportDraft, version: number): Writing {
  return { draft: ground, ground, version, theirs: {}, both: [] }
}

/** The same work on a version that was saved meanwhile: what was not changed here is as saved there, and what both changed stays as written here. */
export function onNewest(work: Writing, newest: ReportDraft, version: number): Writing {
  if (version === work.version) return work
  const { ground, draft } = work
  const texts = merged(decidedOf(ground), decidedOf(draft), decidedOf(newest))
  const titles = merged(ground.titles, draft.titles, newest.titles)
  const rest = merged(restOf(ground), restOf(draft), restOf(newest))
  const ids = TEXT_IDS.filter(id => texts.now[id])
  const differ = texts.both.filter(id => newest.texts[id] !== texts.now[id]?.text)
  const on = ids.flatMap(id => (texts.now[id]!.on === undefined ? [] : [[id, texts.now[id]!.on] as const]))
  return {
    draft: {
      texts: Object.fromEntries(ids.map(id => [id, texts.now[id]!.text])),
      titles: titles.now,
      ...rest.now,
      on: Object.fromEntries(on),
    },
    ...{ ground: newest, version },
    theirs: { ...work.theirs, ...Object.fromEntries(differ.map(id => [id, newest.texts[id] ?? ''])) },
    both: [...(titles.both.length > 0 ? (['titles'] as const) : []), ...rest.both],
  }
}

interface Decided {
  readonly text: string
  readonly on: string | undefined
}

function decidedOf({ texts, on }: ReportDraft): Partial<Record<TextId, Decided>> {
  const ids = TEXT_IDS.filter(id => texts[id] !== undefined)
  return Object.fromEntries(ids.map(id => [id, { text: texts[id]!, on: on?.[id] }]))
}

function restOf({ stages, signedOn }: ReportDraft): Pick<ReportDraft, 'stages' | 'signedOn'> {
  return { stages, signedOn }
}
