/* The page's side of the desk: a worker, so that typing never waits; from a folder on disk, where
   browsers start none, the same desk in the page, its parts brought in by script elements. */
"use strict";
var EditionClient = (() => {
  let desk = null;
  const listeners = new Set();
  const reply = (answer) => { for (const listen of listeners) listen(answer); };

  const inWorker = ({ worker, index, language }) => {
    const address = new URL(worker, location.href);
    address.searchParams.set("index", new URL(index, location.href).href);
    address.searchParams.set("language", language);
    const started = new Worker(address);
    started.addEventListener("message", ({ data }) => reply(data));
    return { ask: (question) => started.postMessage(question), warm: () => started.postMessage({ warm: true }) };
  };
  const bring = (src) => new Promise((done, fail) => {
    const script = Object.assign(document.createElement("script"), { src, onload: done, onerror: fail });
    document.head.append(script);
  });
  const inPage = ({ worker, index, language }) => {
    const load = (name) => bring(`${index}${name}.js`).then(() => EditionParts.part(name));
    const opened = bring(worker).then(() => EditionDesk({ language, reply, load }));
    return { ask: (question) => opened.then((it) => it.ask(question)), warm: () => opened.then((it) => it.warm()) };
  };
  /* One desk a page. `settings`: addresses of the worker and of the index, and the language. */
  const open = (settings, listen) => {
    listeners.add(listen);
    const get = () => desk ??= location.protocol === "file:" ? inPage(settings) : inWorker(settings);
    return { warm: () => get().warm(), ask: (question) => get().ask(question) };
  };
  return { open };
})();
