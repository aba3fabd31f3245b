// The same card as `benchmarks/card.py`, made with other programs: node card.mjs satori|chromium-png|chromium-jpeg|pptxgenjs FONTS MODULES WARM MORE
import { readFileSync, readSync, writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [, , way, fonts, modules, warm, more] = process.argv
const from = createRequire(join(modules, 'package.json'))
const count = Number(warm) + Number(more)
const SIDE = 1080
const BODY = 'Read the memo with your hiring team.'
const STRANDS = [[93, 643, '#1D3D3E'], [146, 896, '#F5AE42'], [199, 643, '#1D3D3E'], [251, 812, '#2A4E4E'], [304, 727, '#4C7370']]
const head = (number) => `Your work, your rights, number ${number}`
const read = (name) => readFileSync(join(fonts, name))

const box = (style, children = '') => ({ type: 'div', props: { style: { display: 'flex', ...style }, children } })
const placed = (left, top, width, height, style, children) =>
  box({ position: 'absolute', left, top, width, height, ...style }, children)
const card = (number) =>
  box({ width: SIDE, height: SIDE, background: '#123032', color: '#F6FCFB', position: 'relative', fontFamily: 'Text' }, [
    ...STRANDS.flatMap(([top, wide, color]) => [
      placed(-20, top, wide + 20, 27, { background: color, borderRadius: 13 }),
      placed(wide + 7, top - 6, 38, 38, { background: color, borderRadius: 19 }),
    ]),
    placed(72, 486, 13, 13, { background: '#F5AE42', borderRadius: 7 }),
    placed(85, 491, 59, 4, { background: '#F5AE42' }),
    placed(163, 472, 600, 44, { fontSize: 33 }, 'For employers'),
    placed(72, 545, 940, 230, { fontSize: 92, fontFamily: 'Head', lineHeight: 1.1 }, head(number)),
    placed(72, 790, 940, 60, { fontSize: 45, color: '#A9BFBE' }, BODY),
    placed(0, 912, SIDE, 168, { background: '#F6FCFB' }),
    placed(72, 966, 480, 60, { fontSize: 46, color: '#0F5C5C' }, 'Riverbend Coalition'),
    placed(552, 966, 60, 60, { background: '#F5AE42', borderRadius: 30 }),
    placed(630, 936, 420, 70, { fontSize: 29, color: '#425C5C', lineHeight: 1.2 }, 'A hotline with a long name on two lines'),
    placed(630, 1006, 420, 60, { fontSize: 50, color: '#081C1D' }, '1-555-555-0100'),
  ])

async function satoriCards() {
  const made = (await import(pathToFileURL(from.resolve('satori')))).default
  const satori = made.default ?? made
  const { Resvg } = from('@resvg/resvg-js')
  const faces = [{ name: 'Head', data: read(HEAD), weight: 600 }, { name: 'Text', data: read(TEXT), weight: 500 }]
  for (let number = 0; number < count; number++) {
    const svg = await satori(card(number), { width: SIDE, height: SIDE, fonts: faces })
    keep(new Resvg(svg).render().asPng())
  }
}

const css = (style) => Object.entries(style).map(([key, value]) => {
  const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return `${name}:${typeof value === 'number' && !['lineHeight', 'flexGrow'].includes(key) ? `${value}px` : value}`
}).join(';')
const html = (node) => typeof node === 'string' ? node
  : `<div style="box-sizing:border-box;${css(node.props.style)}">${[].concat(node.props.children).map(html).join('')}</div>`

async function chromiumCards(type) {
  const puppeteer = from('puppeteer-core')
  const chromium = (await import(pathToFileURL(from.resolve('@sparticuz/chromium')))).default
  const browser = await puppeteer.launch({ args: chromium.args, executablePath: process.env.CHROMIUM || await chromium.executablePath(), headless: 'shell' })
  const page = await browser.newPage()
  await page.setViewport({ width: SIDE, height: SIDE })
  const face = (name, file) => `@font-face{font-family:${name};src:url(data:font/ttf;base64,${read(file).toString('base64')})}`
  await page.setContent(`<style>${face('Head', HEAD)}${face('Text', TEXT)}body{margin:0}</style><main></main>`)
  for (let number = 0; number < count; number++) {
    await page.evaluate((text) => { document.querySelector('main').innerHTML = text; return document.fonts.ready.then(() => 0) }, html(card(number)))
    keep(await page.screenshot(type === 'jpeg' ? { type, quality: 86 } : { type }))
  }
  await browser.close()
}

async function decks() {
  const PptxGenJS = from('pptxgenjs')
  for (let number = 0; number < count; number++) {
    const deck = new PptxGenJS()
    for (let slide = 0; slide < 20; slide++) {
      const one = deck.addSlide()
      one.background = { color: '0F5C5C' }
      one.addText(head(slide), { x: 0.5, y: 0.4, w: 9, h: 1, fontSize: 32, color: 'FFFFFF', bold: true })
      one.addText([0, 1, 2, 3].map((row) => ({ text: `${BODY} ${row}`, options: { bullet: true } })), { x: 0.5, y: 1.6, w: 9, h: 3.2, fontSize: 16, color: 'FFFFFF' })
      one.addNotes(BODY)
    }
    keep(await deck.write({ outputType: 'nodebuffer' }))
  }
}

const HEAD = 'Fraunces-Head600.ttf', TEXT = 'PublicSans-500.ttf'
let bytes = 0, made = 0
// Says when it is warm and when it has finished, and goes on when somebody looked at what that took.
const wait = () => { writeSync(1, `${bytes}\n`); readSync(0, Buffer.alloc(1)) }
const keep = (data) => {
  bytes += data.length
  made += 1
  if (made === Number(warm) || made === count) wait()
}
const WAYS = { satori: satoriCards, 'chromium-png': () => chromiumCards('png'), 'chromium-jpeg': () => chromiumCards('jpeg'), pptxgenjs: decks }
await WAYS[way]()
