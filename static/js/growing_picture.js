/* A card's picture grows into its page, and shrinks back when the reader returns. The page's
   own picture has the name that both go by in its stylesheet; a card gets it here for as
   long as it is needed. Without this, pages give way to each other as a whole. */

const NAME = "picture";
let named = [];

/** The picture of the thing that leads to `address`, the one that was pressed before others. */
function pictureLeadingTo(address) {
    const links = [document.activeElement, ...document.querySelectorAll("main a[href]")];
    for (const link of links) {
        if (link?.href !== address) continue;
        const picture = link.closest("article, li, .hero")?.querySelector("img");
        if (picture) return picture;
    }
    return null;
}

/** Let this picture alone have the name. */
function name(picture) {
    for (const other of document.querySelectorAll("main img, .film__stage *")) {
        if (getComputedStyle(other).viewTransitionName === NAME) give(other, "none");
    }
    if (picture) give(picture, NAME);
}

function give(picture, word) {
    picture.style.viewTransitionName = word;
    named.push(picture);
}

function unname() {
    for (const picture of named) picture.style.viewTransitionName = "";
    named = [];
}

function isBack({ navigationType, entry, from }) {
    return navigationType === "traverse" && entry.index < from.index;
}

addEventListener("pageswap", ({ viewTransition, activation }) => {
    if (viewTransition && activation && !isBack(activation)) name(pictureLeadingTo(activation.entry.url));
});

addEventListener("pagereveal", ({ viewTransition }) => {
    unname();
    const { activation } = window.navigation ?? {};
    if (!viewTransition || !activation || !isBack(activation)) return;
    name(pictureLeadingTo(activation.from.url));
    viewTransition.finished.finally(unname);
});
