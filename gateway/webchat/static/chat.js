"use strict";
(() => {
  const es = document.documentElement.lang === "es";
  const words = es ? {
    thinking: "Buscando…", offline: "Sin conexión. Su mensaje está guardado y se envía al volver.", failed: "No se pudo enviar. Toque Enviar otra vez.",
    call: "Llamar", why: "Por qué", cost: "Costo", who: "Para quién", ready: "Tenga a mano", hours: "Horario", open: "Abierto ahora",
    closed: "Cerrado ahora", unknown: "No sé su horario. Llame antes.", site: "Sitio web", map: "Mapa", say: "Diga", checked: "Revisado el",
    source: "Fuente", first: "Llame antes para confirmar.", away: "millas", area: "Atiende", more: "Ver más", moreText: "más", wrong: "El número no sirve",
    wrongText: "ese numero no sirve: ", also: "También",
  } : {
    thinking: "Looking…", offline: "No connection. Your message is kept and goes out when it is back.", failed: "It did not go out. Press Send again.",
    call: "Call", why: "Why", cost: "Cost", who: "Who", ready: "Have ready", hours: "Hours", open: "Open now", closed: "Closed now",
    unknown: "I don't know their hours. Call first.", site: "Website", map: "Map", say: "Say", checked: "Checked on", source: "Source",
    first: "Call first to check.", away: "miles", area: "Serves", more: "Show more", moreText: "more", wrong: "This number is wrong",
    wrongText: "that number is wrong: ", also: "Also",
  };
  const log = document.getElementById("log");
  const form = document.getElementById("form");
  const text = document.getElementById("text");
  const state = document.getElementById("state");
  const store = window.localStorage;

  function keep(name, value) { try { store.setItem(name, value); } catch { /* private windows refuse: the page works without */ } }
  function kept(name) { try { return store.getItem(name); } catch { return null; } }

  let conversation = kept("porchlight-conversation");
  if (!conversation) {
    conversation = crypto.randomUUID ? crypto.randomUUID() : `web-${Date.now()}-${Math.random().toString(36).slice(2)}`;
    keep("porchlight-conversation", conversation);
  }
  let history = [];
  try { history = JSON.parse(kept("porchlight-history") || "[]"); } catch { history = []; }

  function make(tag, content, className) {
    const element = document.createElement(tag);
    if (content) element.textContent = content;
    if (className) element.className = className;
    return element;
  }
  function dialable(number) {
    const digits = number.replace("+1", "");
    return digits.length === 10 ? `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}` : digits.replace("+", "");
  }
  function fact(list, name, value) {
    if (!value) return;
    list.append(make("dt", name), make("dd", value));
  }
  function card(service) {
    const item = make("li", "", "card");
    item.append(make("h2", service.name));
    if (service.organization && service.organization !== service.name) item.append(make("p", service.organization));
    for (const number of service.phones.slice(0, 1)) {
      const link = make("a", `${words.call} ${dialable(number)}`, "call");
      link.href = `tel:${number}`;
      item.append(link);
    }
    if (service.call_first) item.append(make("p", words.first));
    if (service.second_phone) {
      const link = make("a", `${words.also}: ${service.second_phone.name} ${dialable(service.second_phone.phone)}`, "call second");
      link.href = `tel:${service.second_phone.phone}`;
      item.append(link);
    }
    if (service.ask_for) item.append(make("p", `${words.say}: “${service.ask_for}”`));
    item.append(make("p", service.summary));
    const facts = make("dl");
    fact(facts, words.cost, service.cost);
    fact(facts, words.who, service.eligibility);
    fact(facts, words.ready, (service.have_ready || []).join(", "));
    let hours = service.hours || words.unknown;
    if (service.open_now === true) hours += ` (${words.open})`;
    if (service.open_now === false) hours += ` (${words.closed})`;
    fact(facts, words.hours, hours);
    fact(facts, words.area, service.service_area);
    if (service.distance_miles !== null && service.distance_miles !== undefined) fact(facts, "", `${service.distance_miles} ${words.away}`);
    item.append(facts);
    const links = make("p");
    if (service.url) {
      const link = make("a", words.site);
      link.href = service.url; link.rel = "noopener noreferrer"; link.target = "_blank";
      links.append(link, " ");
    }
    if (service.address) {
      const link = make("a", words.map);
      link.href = `https://www.openstreetmap.org/search?query=${encodeURIComponent(service.address)}`;
      link.rel = "noopener noreferrer"; link.target = "_blank";
      links.append(link, " ", make("span", service.address));
    }
    if (links.childNodes.length) item.append(links);
    const checked = service.assured_date ? `${words.checked} ${service.assured_date}. ` : "";
    item.append(make("p", `${checked}${words.source}: ${service.source}`, "small"));
    if (service.phones.length) {
      const wrong = make("button", words.wrong, "choice");
      wrong.type = "button";
      wrong.addEventListener("click", () => send(words.wrongText + service.name));
      item.append(wrong);
    }
    return item;
  }
  function showReply(reply) {
    const block = make("div");
    const plain = reply.services.length ? reply.intro : (reply.choices.length ? reply.intro : reply.text);
    if (plain) block.append(make("p", plain, "theirs"));
    if (reply.services.length) {
      const cards = make("ul", "", "cards");
      for (const service of reply.services) cards.append(card(service));
      block.append(cards);
      if (reply.kind === "services") {
        const more = make("button", words.more, "choice");
        more.type = "button";
        more.addEventListener("click", () => send(words.moreText));
        block.append(more);
      }
    }
    if (reply.choices.length) {
      const group = make("div", "", "choices");
      for (const choice of reply.choices) {
        const button = make("button", choice.label, "choice");
        button.type = "button";
        button.addEventListener("click", () => send(choice.text));
        group.append(button);
      }
      block.append(group);
    }
    log.append(block);
  }
  function showMine(said) { log.append(make("p", said, "mine")); }
  function remember(entry) {
    history.push(entry);
    history = history.slice(-60);
    keep("porchlight-history", JSON.stringify(history));
  }

  let busy = false;
  async function post(said) {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const response = await fetch("/api/v1/messages", {
          method: "POST", headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ conversation, text: said, language: document.documentElement.lang }),
        });
        const answer = await response.json();
        if (!response.ok) throw Object.assign(new Error(answer.error.message), { final: response.status < 500 && response.status !== 429 });
        return answer;
      } catch (error) {
        if (error.final || attempt >= 5) throw error;
        state.textContent = words.offline;
        await new Promise((done) => { setTimeout(done, Math.min(8000, 700 * 2 ** attempt)); });
      }
    }
  }
  async function send(said) {
    if (busy || !said.trim()) return;
    busy = true;
    showMine(said);
    remember({ mine: said });
    state.textContent = words.thinking;
    try {
      const answer = await post(said);
      for (const reply of answer.replies) { showReply(reply); remember({ reply }); }
      state.textContent = "";
      if (text.value.trim() === said.trim()) { text.value = ""; keep("porchlight-draft", ""); }
    } catch (error) {
      state.textContent = error.final ? error.message : words.failed;
      text.value = said;
    }
    busy = false;
    log.lastElementChild?.scrollIntoView({ block: "start" });
  }

  for (const entry of history) { if (entry.mine) showMine(entry.mine); else showReply(entry.reply); }
  text.value = kept("porchlight-draft") || "";
  text.addEventListener("input", () => keep("porchlight-draft", text.value));
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); form.requestSubmit(); }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const said = text.value;
    if (!said.trim()) return;
    text.value = ""; keep("porchlight-draft", "");
    send(said);
    text.focus();
  });
  for (const start of document.querySelectorAll(".start")) {
    start.hidden = false;
    start.addEventListener("click", () => send(start.dataset.text));
  }
  const bigger = document.getElementById("bigger");
  bigger.hidden = false;
  const big = kept("porchlight-bigger") === "yes";
  document.documentElement.classList.toggle("bigger", big);
  bigger.setAttribute("aria-pressed", String(big));
  bigger.addEventListener("click", () => {
    const now = document.documentElement.classList.toggle("bigger");
    bigger.setAttribute("aria-pressed", String(now));
    keep("porchlight-bigger", now ? "yes" : "no");
  });
})();
