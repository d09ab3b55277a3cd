import { expect, it } from 'vitest'
import { erasePictures, pictureById, pictureRow } from '../../server/store/pictures.ts'
import { versionQuery } from '../../server/store/versions/versions.ts'
import { overDialects } from '../helpers/dialects.ts'

overDialects('the picture of a logo', store => {
  it('goes after its day unless a version of any office names it, also one of long ago [Z31]', async () => {
    const { db } = store
    const keep = (id: string, at: number) => pictureRow(db, { id, bytes: Buffer.from(id), at })
    const version = (logo: string) =>
      versionQuery(db, { id: 'timur', logo } as { id: string }, [], { at: 1, by: 'admin' })
    await db.atomic([
      ...['a_shown', 'a-before', 'tried', 'again'].map(id => keep(id, 1)),
      keep('new', 10),
      ...['a-before', 'a_shown', ''].map(version),
    ])
    // Brought once more, it is as new as that.
    await db.atomic([keep('again', 10)])
    await erasePictures(db, 10)
    const kept = ['a_shown', 'a-before', 'tried', 'again', 'new'].map(
      async id => [id, await pictureById(db, id)] as const,
    )
    const left = (await Promise.all(kept)).filter(([, bytes]) => bytes !== undefined)
    expect(left.map(([id]) => id)).toEqual(['a_shown', 'a-before', 'again', 'new'])
  })
})
