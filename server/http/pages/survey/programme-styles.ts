/** Where the few styles are that only a form of questions and its poster need. */
export const PROGRAMME_STYLES = '/survei.css'

/** Room between questions, and the poster on paper: large, in the middle of an A4. */
export const programmeStyles = `#sheet{display:grid;gap:1.5rem}
.poster main{justify-items:center;text-align:center}
.poster svg[role=img]{display:block;margin:0 auto;justify-self:center;align-self:center;max-width:100%;height:auto}
@page{size:A4;margin:15mm}
@media print{
.poster main{gap:7mm;padding-top:12mm;font-size:15pt}
.poster h1{font-size:30pt}
.poster svg[role=img]{width:110mm;height:110mm}
}
`
