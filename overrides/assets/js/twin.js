/* The address of a sentence, #s2, marks its English, too: #e2. */
"use strict";
{
  const mark = () => {
    document.querySelector(".s.twin")?.classList.remove("twin");
    const id = /^#s(\w+)$/.exec(location.hash)?.[1];
    if (id) document.getElementById(`e${id}`)?.classList.add("twin");
  };
  addEventListener("DOMContentLoaded", mark);
  addEventListener("hashchange", mark);
}
