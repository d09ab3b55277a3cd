/**
 * Makes the hall's spoken clips with espeak-ng and sox: `node scripts/make-clips.mjs`.
 *
 * Needed only to change the words or the voice: the clips are part of the repository (display/public/clips) and nothing
 * is generated when the program is built or runs. An office with a better voice records its own words and puts them over
 * the files of the same names (mono MP3, any length; silence at both ends is cut while playing). Every clip is trimmed and
 * brought to one loudness, and manifest.json lists its file, its length in milliseconds and its level in dBFS (RMS).
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const CLIPS = fileURLToPath(new URL('../display/public/clips/', import.meta.url))
const SPEECH_DB = -19
const CHIME_DB = -24
const RATE = 22050

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']
/** espeak-ng says these with the wrong e; the phonemes between [[ ]] put it right (əmpat, ənam, bəlas, lokét). */
const PHONEMES_ID = {
  empat: "[[@mp'at]]",
  enam: "[[@n'am]]",
  belas: "[[b@l'as]]",
  sebelas: "[[s@b@l'as]]",
  loket: "[[l'okEt]]",
}
const WORDS = {
  id: (
    'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh seratus ratus seribu ribu ' +
    'nomor-antrean silakan-menuju loket'
  ).split(' '),
  en: (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand number please-go-to-counter'
  ).split(' '),
}
/** Words a minute; a little slower than talk, because the hall is noisy. */
const SPEED = { id: 140, en: 145 }

for (const [tool, hint] of [
  ['espeak-ng', '--version'],
  ['sox', '--version'],
  ['ffmpeg', '-version'],
]) {
  try {
    execFileSync(tool, [hint], { stdio: 'ignore' })
  } catch {
    console.error(`${tool} is not installed; making clips needs it (apt-get install espeak-ng sox ffmpeg).`)
    process.exit(1)
  }
}

const work = mkdtempSync(join(tmpdir(), 'clips-'))
const manifest = { chime: finish('chime', chime(), CHIME_DB) }
for (const [lang, words] of Object.entries(WORDS)) {
  mkdirSync(join(CLIPS, lang), { recursive: true })
  for (const word of [...LETTERS, ...words])
    manifest[`${lang}/${word}`] = finish(`${lang}/${word}`, speak(lang, word), SPEECH_DB)
}
writeFileSync(join(CLIPS, 'manifest.json'), JSON.stringify(manifest, null, 2) + '\n')
rmSync(work, { recursive: true })
console.log(`${Object.keys(manifest).length} clips in ${CLIPS}`)

function speak(lang, word) {
  const spoken = join(work, 'spoken.wav')
  const text = (lang === 'id' && PHONEMES_ID[word]) || word.replaceAll('-', ' ')
  execFileSync('espeak-ng', ['-v', lang, '-s', String(SPEED[lang]), '-a', '80', '-w', spoken, text])
  return spoken
}

/** Two falling notes, each with a soft octave above and a bell's decay. */
function chime() {
  const file = join(work, 'spoken.wav')
  const note = (hz, delay) => {
    const at = join(work, `${hz}.wav`)
    const tones = ['synth', '1.1', 'sine', String(hz), 'sine', String(hz * 2), 'remix', '1v0.8,2v0.2']
    sox(
      '-n',
      '-r',
      String(RATE),
      '-c',
      '2',
      at,
      ...tones,
      'fade',
      'l',
      '0.005',
      '1.1',
      '1.05',
      'pad',
      String(delay),
      '0',
    )
    return at
  }
  sox('-m', note(659.25, 0), note(523.25, 0.45), file)
  return file
}

/** Trims silence at both ends, evens the loudness, writes the MP3 and measures what a listener will get. */
function finish(key, source, db) {
  const trimmed = join(work, 'trimmed.wav')
  const even = join(work, 'even.wav')
  const file = `${key}.mp3`
  const cut = ['silence', '1', '0.005', '0.4%', 'reverse']
  sox(source, '-r', String(RATE), trimmed, 'highpass', '70', ...cut, ...cut, 'pad', '0.01', '0.02')
  sox(trimmed, even, 'gain', '-l', String(db - level(trimmed)), 'gain', '-1')
  execFileSync('ffmpeg', [
    ...['-loglevel', 'error', '-y', '-i', even, '-ac', '1', '-ar', String(RATE), '-b:a', '32k'],
    ...['-bitexact', '-map_metadata', '-1', '-id3v2_version', '0', join(CLIPS, file)],
  ])
  const heard = join(work, 'heard.wav')
  execFileSync('ffmpeg', ['-loglevel', 'error', '-y', '-i', join(CLIPS, file), heard])
  return {
    file,
    ms: Math.round(Number(execFileSync('soxi', ['-D', heard])) * 1000),
    db: Math.round(level(heard) * 10) / 10,
  }
}

function sox(...args) {
  execFileSync('sox', args, { stdio: ['ignore', 'ignore', 'pipe'] })
}

function level(file) {
  const stats = execFileSync('sh', ['-c', 'sox "$1" -n stats 2>&1', 'stats', file]).toString()
  return Number(/RMS lev dB\s+(-?[\d.]+)/.exec(stats)[1])
}
