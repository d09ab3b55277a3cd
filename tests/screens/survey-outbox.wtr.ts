import { expect } from '@open-wc/testing'
import { outbox, type Outcome, type Sending } from '../../survey/outbox.ts'

const rating = (key: string, mark: 1 | 4 = 4): Sending => ({
  token: 't-1',
  key,
  kind: 'rating',
  body: { rating: mark },
})

function storage(): Pick<Storage, 'getItem' | 'setItem'> {
  const values = new Map<string, string>()
  return { getItem: key => values.get(key) ?? null, setItem: (key, value) => void values.set(key, value) }
}

/** A server that answers as told and writes down what it was asked. */
function server(...outcomes: Outcome[]) {
  const asked: Sending[] = []
  const ask = async (item: Sending) => {
    asked.push(item)
    return outcomes[asked.length - 1] ?? 'sent'
  }
  return { asked, ask }
}

describe('the outbox of a phone', () => {
  it('forgets an answer that arrived', async () => {
    const { ask } = server('sent')
    const box = outbox(storage(), ask)
    box.keep(rating('k-1'))
    expect(await box.send('k-1')).to.equal('sent')
    expect(box.has('t-1')).to.equal(false)
  })

  it('keeps an answer that found no server, over a reload, and tries it again under the same key', async () => {
    const disk = storage()
    const { ask, asked } = server('kept', 'sent')
    const before = outbox(disk, ask)
    before.keep(rating('k-1'))
    expect(await before.send('k-1')).to.equal('kept')
    const after = outbox(disk, ask)
    expect(after.has('t-1')).to.equal(true)
    await after.flush()
    expect(asked.map(item => item.key)).to.deep.equal(['k-1', 'k-1'])
    expect(after.has('t-1')).to.equal(false)
  })

  it('forgets an answer that the server refuses for good', async () => {
    for (const outcome of ['used', 'expired', 'refused'] as const) {
      const box = outbox(storage(), server(outcome).ask)
      box.keep(rating('k-1'))
      expect(await box.send('k-1')).to.equal(outcome)
      expect(box.has('t-1')).to.equal(false)
    }
  })

  it('asks once for two touches at the same moment', async () => {
    const { ask, asked } = server()
    const box = outbox(storage(), ask)
    box.keep(rating('k-1'))
    await Promise.all([box.send('k-1'), box.send('k-1'), box.flush()])
    expect(asked).to.have.length(1)
  })

  it('replaces an answer that is still being written, and leaves it out of a flush', async () => {
    const { ask, asked } = server()
    const box = outbox(storage(), ask)
    box.keep(rating('k-1', 4))
    box.keep(rating('k-1', 1))
    await box.flush('k-1')
    expect(asked).to.have.length(0)
    await box.send('k-1')
    expect(asked.map(item => item.body)).to.deep.equal([{ rating: 1 }])
  })

  it('still works where the browser refuses storage', async () => {
    const refused = {
      getItem: () => {
        throw new Error('denied')
      },
      setItem: () => {
        throw new Error('denied')
      },
    }
    const { ask, asked } = server('kept', 'sent')
    const box = outbox(refused, ask)
    box.keep(rating('k-1'))
    await box.send('k-1')
    await box.flush()
    expect(asked).to.have.length(2)
    expect(box.has('t-1')).to.equal(false)
  })
})
