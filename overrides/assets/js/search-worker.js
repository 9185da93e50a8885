/* The desk in a worker: a message is { warm } or a question; the reply is an answer. A page read from
   a folder loads this file, too, for the desk (search-client.js). */
"use strict";
if (typeof importScripts === "function") {
  const params = new URL(self.location.href).searchParams;
  const base = new URL(params.get("index"), self.location.href);
  const load = (name) => fetch(new URL(`${name}.json`, base)).then((answer) => {
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json();
  });
  const desk = EditionDesk({ language: params.get("language"), load, reply: (answer) => self.postMessage(answer) });
  self.addEventListener("message", ({ data }) => data.warm ? desk.warm() : desk.ask(data));
}
