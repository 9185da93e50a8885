"""What a browser is asked of a page: what can be seen, reached, read and tapped. Each gives a list of faults."""

from __future__ import annotations

_SAID = """
const said = (e) => `${e.tagName.toLowerCase()}${e.id ? '#' + e.id : ''}.${[...e.classList].join('.')} ${(e.textContent || e.ariaLabel || '').trim().slice(0, 30)}`;
const rendered = (e) => e.checkVisibility({ visibilityProperty: true });
const shown = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
const FOCUS = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [tabindex]';
/* What a reader sees of a control: itself, or the label in place of a radio button or checkbox. */
const face = (e) => !e.matches('input[type=radio], input[type=checkbox]') ? e
  : [e.closest('label'), e.matches('.md-option') ? e.nextElementSibling : null, ...(e.id ? document.querySelectorAll(`label[for="${e.id}"]`) : [])]
    .find((l) => l && l.getBoundingClientRect().width > 2 && !l.matches('.md-overlay, .md-search__overlay')) ?? e;
"""

# Stops of the Tab key that cannot be seen. The search box and the name in the header come when they are reached.
UNSEEN = f"""() => {{ {_SAID}
const OPENS = '.md-search [name=q], .md-skip, .masthead, [name=__palette]';
return [...document.querySelectorAll(FOCUS)].filter((e) => e.tabIndex >= 0 && rendered(e) && !e.closest('[inert]') && !e.matches(OPENS)).filter((e) => {{
  if (e.closest('[aria-hidden=true]')) return true;
  const seen = face(e), box = seen.getBoundingClientRect();
  const clipped = [...(function* () {{ for (let up = seen; up; up = up.parentElement) yield getComputedStyle(up); }})()]
    .some((style) => style.opacity === '0' || style.clipPath === 'inset(50%)');
  return clipped || box.width < 2 || box.height < 2 || box.right <= 0 || box.left >= document.documentElement.clientWidth && !e.closest('.table-scroll');
}}).map(said); }}"""

# Chinese text not in Chinese, and runs of English words not in English. Code, addresses and file names are neither.
LANGUAGE = """() => {
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
while (walk.nextNode()) {
  const node = walk.currentNode, place = node.parentElement, text = node.data.trim();
  if (!text || place.closest('script, style, template, code, pre, kbd, .address, [translate=no]')) continue;
  const lang = place.closest('[lang]').lang;
  const chinese = /\\p{sc=Han}/u.test(text), english = (text.match(/(?:\\b[A-Za-z]{2,}[ ,’']+){3,}[A-Za-z]{2,}/) ?? [])[0];
  if (chinese && !lang.startsWith('zh')) found.push(`${lang}: ${text.slice(0, 60)} < ${place.outerHTML.slice(0, 90)}`);
  if (english && !chinese && !lang.startsWith('en')) found.push(`${lang}: ${text.slice(0, 60)} < ${place.outerHTML.slice(0, 90)}`);
}
return found; }"""

# A page wider than its window, text outside it, text cut off; notes in the margin are laid anew first.
CUT = f"""async () => {{ {_SAID}
const laid = () => [...document.querySelectorAll('.margin, .mnote')].map((e) => e.getBoundingClientRect().x + e.style.cssText).join();
let before;
do {{ before = laid(); await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 250))); }} while (before !== laid());
const wide = document.documentElement.clientWidth, found = [];
if (document.documentElement.scrollWidth > wide) found.push(`the page: ${{document.documentElement.scrollWidth}} > ${{wide}}`);
for (const e of document.querySelectorAll('body *')) {{
  if (!rendered(e) || ![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) || e.closest('.table-scroll, .md-typeset__scrollwrap, pre, .md-search, .md-skip, .md-header__topic, [aria-hidden=true], svg')) continue;
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  if (box.width < 2 || style.clipPath === 'inset(50%)' || e.closest('.md-sidebar--primary') && box.right <= 0) continue;
  if (box.right > wide + 1 || box.left < -1) found.push(`outside: ${{said(e)}} ${{Math.round(box.left)}}-${{Math.round(box.right)}}`);
  if (/hidden|clip/.test(style.overflowX) && e.scrollWidth > e.clientWidth + 1 && style.display !== 'inline') found.push(`cut: ${{said(e)}} ${{e.scrollWidth}} > ${{e.clientWidth}}`);
}}
return found; }}"""

# WCAG 2.5.8: targets under 24 x 24 CSS pixels, but for links in a text.
SMALL = f"""() => {{ {_SAID}
const inText = (e) => getComputedStyle(e).display === 'inline' && e.parentElement.matches('p, li, dd, dt, td, th, small, span, q, cite, h1, h2, h3, b, div.margin *, .tx *, .md-copyright__highlight');
return [...document.querySelectorAll(FOCUS)].filter((e) => rendered(e) && !e.matches('.md-skip, .md-search [name=q], [tabindex="-1"]:not(a, button), [role=region]')).flatMap((e) => {{
  const seen = face(e), box = seen.getBoundingClientRect();
  if (inText(seen) || !shown(seen) || box.width < 2 || seen.matches('.cite-text, .md-search__scrollwrap')) return [];
  return box.width < 23.9 || box.height < 23.9 ? [`${{said(e)}} ${{box.width.toFixed(1)}} x ${{box.height.toFixed(1)}}`] : [];
}}); }}"""

# Where the Tab key is: its place in the document, and what is wrong with how that is shown.
STOP = f"""() => {{ {_SAID}
const e = document.activeElement;
if (!e || e === document.body) return null;
const seen = face(e), box = seen.getBoundingClientRect(), faults = [];
const ringed = [e, seen, ...(e.matches('input') ? [e.nextElementSibling, e.closest('form')] : [])].filter(Boolean).map((x) => getComputedStyle(x))
  .some((s) => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1);
if (!ringed && !e.matches('.md-search [name=q]')) faults.push('no ring');
if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) faults.push('out of the window');
const line = seen.getClientRects()[0];
const over = line && document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
if (over && !seen.contains(over) && !over.contains(seen) && !over.closest('label')?.contains(seen)) faults.push(`under ${{said(over)}}`);
return {{ order: [...document.querySelectorAll('*')].indexOf(e), fault: faults.length ? `${{said(e)}}: ${{faults.join(', ')}}` : '' }}; }}"""

# What would move, by style or now.
MOVING = f"""() => {{ {_SAID}
const lasting = (times) => times.split(',').some((time) => parseFloat(time) > 0);
const styled = [...document.querySelectorAll('*')].flatMap((e) => ['', '::before', '::after'].map((part) => [e, part, getComputedStyle(e, part || null)]))
  .filter(([, , s]) => (s.transitionProperty !== 'none' && lasting(s.transitionDuration)) || (s.animationName !== 'none' && lasting(s.animationDuration)) || s.scrollBehavior === 'smooth')
  .map(([e, part, s]) => `${{said(e)}}${{part}} ${{s.transition}} ${{s.animationName}}`);
return [...styled, ...document.getAnimations().map((a) => `running: ${{said(a.effect.target)}}`)]; }}"""
