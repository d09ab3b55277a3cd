import { expect } from '@open-wc/testing'
import { sendMouse } from '@web/test-runner-commands'
import { createClipBank, soundingPart } from '../../display/clip-bank.ts'
import { createSound, type Sound } from '../../display/sound.ts'

const CLIPS = new URL('../../display/public/clips/', import.meta.url).href
const keys = ['id/a', 'id/nol', 'pause', 'id/loket', 'id/tiga']

interface Started {
  readonly from: number
  readonly to: number
}

/** Listens to what the browser is told to sound, in seconds of the audio clock. */
function listen(): { readonly started: Started[]; stop(): void } {
  const original = AudioBufferSourceNode.prototype.start
  const started: Started[] = []
  AudioBufferSourceNode.prototype.start = function (when = 0, offset = 0, length = 0) {
    started.push({ from: when, to: when + length })
    original.call(this, when, offset, length)
  }
  return { started, stop: () => void (AudioBufferSourceNode.prototype.start = original) }
}

describe('the bundled clips in a real browser', () => {
  it('decode, each to the length that the manifest states', async function () {
    this.timeout(20_000)
    const manifest = (await (await fetch(`${CLIPS}manifest.json`)).json()) as Record<string, { ms: number }>
    const bank = createClipBank(new OfflineAudioContext(1, 1, 22050), CLIPS)
    expect(Object.keys(manifest).length).to.be.above(100)
    for (const [key, { ms }] of Object.entries(manifest)) {
      const clip = await bank(key)
      expect(clip, key).to.not.equal(undefined)
      expect(clip!.buffer.duration * 1000, key).to.be.closeTo(ms, 80)
      expect(clip!.seconds * 1000, key).to.be.within(ms * 0.7, ms + 1)
    }
  })

  it('that are missing are nothing, and cost no exception', async () => {
    const bank = createClipBank(new OfflineAudioContext(1, 1, 22050), CLIPS)
    expect(await bank('id/tidak-ada')).to.equal(undefined)
  })

  it('lose the silence at both ends', () => {
    const samples = new Float32Array([0, 0.001, 0.5, 0, -0.3, 0.002, 0, 0])
    expect(soundingPart(samples, 2)).to.deep.equal({ from: 1, seconds: 1.5 })
  })
})

describe('the loudspeaker', function () {
  this.timeout(10_000)
  let sound: Sound
  let changes = 0

  beforeEach(() => {
    changes = 0
    sound = createSound({ clips: CLIPS, language: 'id', onChange: () => changes++ })
  })

  afterEach(() => sound.dispose())

  it('is mute until somebody touches the page, and an announcement then takes its time without a sound', async () => {
    if (navigator.userActivation.hasBeenActive || sound.allowed) throw new Error('the page was touched before the test')
    const ear = listen()
    const begun = performance.now()
    await sound.play(keys)
    ear.stop()
    expect(sound.allowed).to.equal(false)
    expect(ear.started).to.deep.equal([])
    expect(performance.now() - begun).to.be.within(1500, 5000)
  })

  it('sounds after a touch, and says so', async () => {
    await sendMouse({ type: 'click', position: [10, 10] })
    await until(() => changes > 0)
    expect(sound.allowed).to.equal(true)
  })

  it('puts the words one behind another, also those of the next announcement', async () => {
    await sendMouse({ type: 'click', position: [10, 10] })
    await until(() => sound.allowed)
    const ear = listen()
    await Promise.all([sound.play(keys), sound.play(['id/tidak-ada', 'id/satu'])])
    ear.stop()
    expect(ear.started.length).to.equal(keys.length - 1 + 1)
    for (const [place, { from }] of ear.started.entries()) {
      if (place > 0) expect(from).to.be.at.least(ear.started[place - 1]!.to)
    }
  })
})

async function until(holds: () => boolean): Promise<void> {
  const begun = performance.now()
  while (!holds()) {
    if (performance.now() - begun > 3000) throw new Error('waited three seconds in vain')
    await new Promise(done => setTimeout(done, 20))
  }
}
