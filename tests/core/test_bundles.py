from core.bundles import bundle

FILES = {
    "css/main.css": '@layer a;\n@import url("one.css") layer(a);\n'
    '@import url("parts/two.css");\n',
    "css/one.css": "p { color: red; }\n",
    "css/parts/two.css": "i { color: blue; }\n",
}


def test_imports_are_written_in_their_place_with_their_layers():
    css = bundle("css/main.css", FILES.__getitem__)

    assert css == (
        "@layer a;\n@layer a {\np { color: red; }\n}\ni { color: blue; }\n\n"
    )
    assert "@import" not in css
