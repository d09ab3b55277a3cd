// Reads the first sheet of a workbook in a thread of its own: a long one takes seconds, and nobody at a counter may wait for it.
import { parentPort, workerData } from 'node:worker_threads'
import readXlsxFile from 'read-excel-file/node'

const [sheet] = await readXlsxFile(Buffer.from(workerData))
parentPort.postMessage(sheet?.data ?? [])
