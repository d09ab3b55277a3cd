import { createHash } from 'node:crypto'
import qrcode from 'qrcode'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import type { Poster } from '../../../shared/survey/publication/open/poster.ts'
import type { Database } from '../../store/open/database.ts'
import { pictureById } from '../../store/pictures.ts'
import { drawable } from '../report/glyphs.ts'
import { clockOf } from '../report/made-at.ts'
import type { PaperThread } from '../report/paper-thread.ts'

/** Papers on which the sheet is set. */
export const PAPERS = ['a4', 'a3'] as const
export type PosterPaper = (typeof PAPERS)[number]

/** Sheets that are remembered, and those that everybody's asking may have in the making: the office's own reports come between. */
const [MOST_KEPT, MOST_MAKING] = [40, 2]

/** Modules of white around a code. */
const QUIET = 2

/** The official sheet of a published IKM as PDF. */
export interface Posters {
  readonly setsPdf: boolean
  /** Throws `PAPER_BUSY` where others are being made, and what the thread does. */
  pdf(
    poster: Poster,
    about: {
      readonly paper: PosterPaper
      readonly author: string
      readonly at: Instant
      /** Id of its picture; empty for none. */
      readonly logo: string
    },
  ): Promise<Buffer>
}

/** Each sheet is made once: the same words on the same paper are the same bytes. */
export function createPosters({
  db,
  papers,
}: {
  readonly db: Database
  readonly papers: Pick<PaperThread, 'make' | 'signs' | 'setsPdf'>
}): Posters {
  const kept = new Map<string, Promise<Buffer>>()
  let making = 0

  async function made(doc: object, at: Instant, logo: Uint8Array | undefined): Promise<Buffer> {
    const signs = await papers.signs()
    return papers.make({
      is: 'pdf',
      template: 'poster',
      doc: JSON.stringify(doc, (_, value: unknown) => (typeof value === 'string' ? drawable(value, signs) : value)),
      files: logo ? [['logo.png', logo]] : [],
      standard: 'ua-1',
      at: Math.floor(at / 1000),
    })
  }

  return {
    setsPdf: papers.setsPdf,
    async pdf(poster, { paper, author, at, logo }) {
      const key = createHash('sha256')
        .update(JSON.stringify([poster, paper, author, at, logo]))
        .digest('base64url')
      const known = kept.get(key)
      if (known) {
        kept.delete(key)
        kept.set(key, known)
        return known
      }
      if (making >= MOST_MAKING) throw new AppError('PAPER_BUSY')
      making += 1
      const work = (async () => {
        const picture = logo === '' ? undefined : await pictureById(db, logo)
        const doc = {
          ...poster,
          ...{ paper, author, qr: codeOf(poster.scan.address) },
          ...{ made: clockOf(at), logo: picture !== undefined, logoAlt: `Logo ${author}` },
        }
        return made(doc, at, picture)
      })()
      kept.set(key, work)
      if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
      try {
        return await work
      } catch (cause) {
        kept.delete(key)
        throw cause
      } finally {
        making -= 1
      }
    },
  }
}

/** A code as SVG, dark on its white field. */
function codeOf(text: string): string {
  const { size, data } = qrcode.create(text, { errorCorrectionLevel: 'M' }).modules
  const field = size + 2 * QUIET
  const dots = Array.from({ length: size * size }, (_, i) => i).filter(i => data[i])
  const path = dots.map(i => `M${QUIET + (i % size)} ${QUIET + Math.floor(i / size)}h1v1h-1z`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${field} ${field}"><path d="M0 0h${field}v${field}H0z" fill="#fff"/><path d="${path}" shape-rendering="crispEdges"/></svg>`
}
