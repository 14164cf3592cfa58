<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>Access</name>
    <message>
        <source>Clear the text</source>
        <translation>清除文字</translation>
    </message>
</context>
<context>
    <name>Assumption</name>
    <message>
        <source>Cards: one of them was not recognised, or only its kind</source>
        <translation>顯示卡：有一張無法辨識，或只認出類型</translation>
    </message>
    <message>
        <source>System memory: a usual size, nobody said how much it is</source>
        <translation>系統記憶體：採用常見的大小，尚未指定實際容量</translation>
    </message>
    <message>
        <source>Memory bandwidth: %1, as usual for two channels; between %2 and %3</source>
        <translation>系統記憶體頻寬：%1，雙通道的常見值；介於 %2 與 %3 之間</translation>
    </message>
    <message>
        <source>Memory channels: %1</source>
        <translation>記憶體通道：%1</translation>
    </message>
    <message>
        <source>PCIe: the cards’ own link; a slot may be slower</source>
        <translation>PCIe：採用顯示卡本身的規格，插槽可能較慢</translation>
    </message>
    <message>
        <source>Used by the desktop: %1 of the first card</source>
        <translation>桌面佔用：第一張顯示卡的 %1</translation>
    </message>
    <message>
        <source>Processor cores: %1</source>
        <translation>處理器核心數：%1</translation>
    </message>
    <message>
        <source>Disk speed: %1; between %2 and %3</source>
        <translation>磁碟速度：%1；介於 %2 與 %3 之間</translation>
    </message>
</context>
<context>
    <name>Axis</name>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>GPU memory needed, by graphics card</source>
        <translation>各顯示卡所需的顯示記憶體</translation>
    </message>
    <message>
        <source>Cards to compare</source>
        <translation>要比較的顯示卡</translation>
    </message>
    <message>
        <source>Use this card</source>
        <translation>改用此顯示卡</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>GPU memory needed, by task</source>
        <translation>各任務所需的 GPU 記憶體</translation>
    </message>
    <message>
        <source>Tasks to compare</source>
        <translation>要比較的任務</translation>
    </message>
    <message>
        <source>Use this task</source>
        <translation>改用此任務</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>GPU memory needed, by weight format</source>
        <translation>各權重格式所需的 GPU 記憶體</translation>
    </message>
    <message>
        <source>Weight formats to compare</source>
        <translation>要比較的權重格式</translation>
    </message>
    <message>
        <source>Use this weight format</source>
        <translation>改用此權重格式</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>GPU memory needed, by context length</source>
        <translation>各上下文長度所需的 GPU 記憶體</translation>
    </message>
    <message>
        <source>Context lengths to compare</source>
        <translation>要比較的上下文長度</translation>
    </message>
    <message>
        <source>Use this context length</source>
        <translation>改用此上下文長度</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次大小</translation>
    </message>
    <message>
        <source>GPU memory needed, by batch size</source>
        <translation>各批次大小所需的 GPU 記憶體</translation>
    </message>
    <message>
        <source>Batch sizes to compare</source>
        <translation>要比較的批次大小</translation>
    </message>
    <message>
        <source>Use this batch size</source>
        <translation>改用此批次大小</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV 快取</translation>
    </message>
    <message>
        <source>GPU memory needed, by KV cache type</source>
        <translation>各 KV 快取型別所需的 GPU 記憶體</translation>
    </message>
    <message>
        <source>KV cache types to compare</source>
        <translation>要比較的 KV 快取型別</translation>
    </message>
    <message>
        <source>Use this KV cache type</source>
        <translation>改用此 KV 快取型別</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>推論框架</translation>
    </message>
    <message>
        <source>GPU memory needed, by runtime</source>
        <translation>各推論框架所需的 GPU 記憶體</translation>
    </message>
    <message>
        <source>Runtimes to compare</source>
        <translation>要比較的推論框架</translation>
    </message>
    <message>
        <source>Use this runtime</source>
        <translation>改用此推論框架</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>GPU memory needed, by model</source>
        <translation>各模型所需的 GPU 記憶體</translation>
    </message>
    <message>
        <source>Models to compare</source>
        <translation>要比較的模型</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>改用此模型</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情境</translation>
    </message>
    <message>
        <source>GPU memory needed, by scenario</source>
        <translation>各情境所需的 GPU 記憶體</translation>
    </message>
    <message>
        <source>Scenarios to compare</source>
        <translation>要比較的情境</translation>
    </message>
    <message>
        <source>Use this scenario</source>
        <translation>改用此情境</translation>
    </message>
    <message>
        <source>As stored</source>
        <translation>檔案原樣</translation>
    </message>
    <message>
        <source>%1, as stored</source>
        <translation>%1（檔案原樣）</translation>
    </message>
    <message>
        <source>This scenario</source>
        <translation>目前的情境</translation>
    </message>
    <message>
        <source>%1 bits per weight</source>
        <translation>每權重 %1 位元</translation>
    </message>
    <message>
        <source>%1 per token</source>
        <translation>每個 token %1</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 參數</translation>
    </message>
    <message numerus="yes">
        <source>%n sequence(s)</source>
        <translation>
            <numerusform>%Ln 個序列</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Band</name>
    <message>
        <source>needs %1</source>
        <extracomment>the memory that the scenario needs: &quot;needs 20.5 GiB&quot;</extracomment>
        <translation>需要 %1</translation>
    </message>
    <message>
        <source>needs %1 (%2)</source>
        <extracomment>the memory that the scenario needs and the range of the estimate: &quot;needs 20.5 GiB (20.1–20.9 GiB)&quot;</extracomment>
        <translation>需要 %1（%2）</translation>
    </message>
    <message>
        <source>%1 short</source>
        <extracomment>memory that is left / missing on the card</extracomment>
        <translation>不足 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩餘 %1</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>無法計算</translation>
    </message>
    <message>
        <source>No row has this verdict</source>
        <translation>沒有這種結果的項目</translation>
    </message>
    <message>
        <source>Add a card to compare</source>
        <translation>請加入要比較的顯示卡</translation>
    </message>
    <message numerus="yes">
        <source>%n fit(s)</source>
        <extracomment>number of rows with this verdict</extracomment>
        <translation>
            <numerusform>%n 項放得下</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tight</source>
        <translation>
            <numerusform>%n 項吃緊</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) offload</source>
        <translation>
            <numerusform>%n 項需借用系統記憶體</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do(es) not fit</source>
        <translation>
            <numerusform>%n 項放不下</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n 項無法判定</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 個參數</translation>
    </message>
    <message>
        <source>%1 active</source>
        <extracomment>parameters that one token uses (mixture of experts)</extracomment>
        <translation>啟用 %1</translation>
    </message>
    <message>
        <source>%1 of KV cache per token</source>
        <translation>每個 token 的 KV 快取 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n 層</numerusform>
        </translation>
    </message>
    <message>
        <source>The weights alone are %1.</source>
        <translation>光是權重就有 %1。</translation>
    </message>
    <message>
        <source>%1 at first, %2 at full context</source>
        <extracomment>the need when a conversation begins and when its context is full, where the runtime&apos;s cache grows</extracomment>
        <translation>開始時 %1，用滿上下文時 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n not supported</source>
        <translation>
            <numerusform>%n 項不支援</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do(es) not fit or not supported</source>
        <translation>
            <numerusform>%n 項放不下或不支援</numerusform>
        </translation>
    </message>
    <message>
        <source>roughly %1</source>
        <extracomment>rough speed of training, of all cards together: &quot;roughly 1,240 tok/s (900–1,600)&quot;</extracomment>
        <translation>約 %1</translation>
    </message>
    <message>
        <source>%1 per user</source>
        <extracomment>speed of generating for each of several users: &quot;13 tok/s (11–15) per user&quot;</extracomment>
        <translation>每位使用者 %1</translation>
    </message>
    <message>
        <source>all %1 users together %2</source>
        <extracomment>speed of generating for all users together: number of users, &quot;52 tok/s&quot;</extracomment>
        <translation>%1 位使用者合計 %2</translation>
    </message>
    <message>
        <source>first token after %1 (prompt of %2 tokens)</source>
        <extracomment>time until the answer begins, and the length of the prompt</extracomment>
        <translation>首個 token 約需 %1（提示 %2 token）</translation>
    </message>
    <message>
        <source>%1 at full context</source>
        <extracomment>speed of generating when the context is full</extracomment>
        <translation>上下文填滿時 %1</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>The memory that this model needs is not known.</source>
        <translation>這個模型需要多少記憶體尚無法得知。</translation>
    </message>
    <message>
        <source>%1 usable</source>
        <translation>可用 %1</translation>
    </message>
    <message>
        <source>of usable memory</source>
        <translation>占可用記憶體</translation>
    </message>
    <message>
        <source>Usable memory</source>
        <translation>可用記憶體</translation>
    </message>
    <message>
        <source>Range of the estimate</source>
        <translation>估算範圍</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a figure and the range that it lies in</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Share of the need</source>
        <translation>占總需求</translation>
    </message>
    <message>
        <source>Share of the usable memory</source>
        <translation>占可用記憶體</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>需求</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <extracomment>screen reader: row name, verdict, reason</extracomment>
        <translation>%1：%2。%3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2. Needs %3 of %4. %5.</source>
        <extracomment>screen reader: row name, verdict, need, usable memory, list of parts</extracomment>
        <translation>%1：%2。需要 %3，可用 %4。%5。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>screen reader: row name, verdict
----------
screen reader: what is said of a row&apos;s memory, its speed (&quot;RTX 4090 24 GB, Fits, 20.5 of 23.5 GiB, 52 tok/s&quot;)</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, %2, %3 of %4</source>
        <extracomment>screen reader: row name, verdict, need, usable memory (&quot;RTX 4090 24 GB, Fits, 20.5 of 23.5 GiB&quot;)</extracomment>
        <translation>%1，%2，需要 %3，可用 %4</translation>
    </message>
    <message>
        <source>At the first token</source>
        <translation>第一個 token 時</translation>
    </message>
    <message>
        <source>At full context</source>
        <translation>用滿上下文時</translation>
    </message>
    <message>
        <source>Generating (decode)</source>
        <translation>生成（decode）</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>All %1 users together</source>
        <translation>%1 位使用者合計</translation>
    </message>
    <message>
        <source>Prompt (prefill)</source>
        <translation>提示處理（prefill）</translation>
    </message>
    <message>
        <source>First token, prompt of %1</source>
        <translation>首個 token（提示 %1）</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Chosen now</source>
        <extracomment>beside the bar of the value that the scenario has now</extracomment>
        <translation>目前選用</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>While it answers, run: %1</source>
        <translation>在它回答時執行：%1</translation>
    </message>
    <message>
        <source>While it answers, look at the memory of %1 in Activity Monitor.</source>
        <translation>在它回答時，於「活動監視器」查看 %1 的記憶體。</translation>
    </message>
    <message>
        <source>Card %1 (%2) should show %3 MiB.</source>
        <extracomment>number of a card or of several, name, range in MiB</extracomment>
        <translation>顯示卡 %1（%2）應顯示 %3 MiB。</translation>
    </message>
    <message>
        <source>The process should take %1 MiB of system memory.</source>
        <translation>此程序應占用 %1 MiB 系統記憶體。</translation>
    </message>
    <message>
        <source>The log should say “%1”.</source>
        <translation>記錄應寫著「%1」。</translation>
    </message>
    <message>
        <source>Start it with %1, so that the log says the following.</source>
        <translation>啟動時加上 %1，記錄中才會有以下內容。</translation>
    </message>
    <message>
        <source>The log should say “%1”, then %2.</source>
        <extracomment>beginning of a line of a log, and the figure in it</extracomment>
        <translation>記錄應寫著「%1」，接著 %2。</translation>
    </message>
    <message>
        <source>The log&apos;s lines “%1” should add up to %2 MiB.</source>
        <extracomment>beginning of lines of a log, sum in MiB</extracomment>
        <translation>記錄中「%1」各行加總應為 %2 MiB。</translation>
    </message>
    <message>
        <source>%1 should show “%2” as PROCESSOR and %3 as CONTEXT.</source>
        <extracomment>a command, what its columns PROCESSOR and CONTEXT show</extracomment>
        <translation>%1 的 PROCESSOR 應顯示「%2」，CONTEXT 應顯示 %3。</translation>
    </message>
    <message>
        <source>In Python, %1 should be %2 MiB.</source>
        <extracomment>an expression in Python, range in MiB</extracomment>
        <translation>在 Python 中，%1 應為 %2 MiB。</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Language: zh_TW, zh_CN or en.</source>
        <translation>介面語言：zh_TW、zh_CN 或 en。</translation>
    </message>
    <message>
        <source>Theme: light or dark.</source>
        <translation>佈景主題：light（淺色）或 dark（深色）。</translation>
    </message>
    <message>
        <source>Size of the window or chart, such as 1280x800.</source>
        <translation>視窗或圖表的大小，例如 1280x800。</translation>
    </message>
    <message>
        <source>Pixels of the exported chart for each point, 1 to 4.</source>
        <translation>匯出圖表的放大倍率，1 到 4。</translation>
    </message>
    <message>
        <source>Write the chart as PNG and exit; needs no display.</source>
        <translation>將圖表寫成 PNG 後結束，不需要螢幕。</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>顯示版本。</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>顯示這份說明。</translation>
    </message>
    <message>
        <source>The same as --scenario.</source>
        <translation>與 --scenario 相同。</translation>
    </message>
    <message>
        <source>--theme: “%1” is no theme. Choose light or dark.</source>
        <translation>--theme：沒有「%1」這個佈景主題，請選擇 light 或 dark。</translation>
    </message>
    <message>
        <source>--language: “%1” is not available. Choose zh_TW, zh_CN or en.</source>
        <translation>--language：沒有「%1」這個語言，請選擇 zh_TW、zh_CN 或 en。</translation>
    </message>
    <message>
        <source>--size: “%1” is no size. Give width and height from %2 to %3, such as 1280x800.</source>
        <translation>--size：「%1」不是有效的大小，請輸入 %2 到 %3 的寬與高，例如 1280x800。</translation>
    </message>
    <message>
        <source>--scale: “%1” is no scale. Give a number from 1 to 4.</source>
        <translation>--scale：「%1」不是有效的倍率，請輸入 1 到 4 的數字。</translation>
    </message>
    <message>
        <source>One scenario at a time: %1 were given.</source>
        <translation>一次只能開啟一個情境，卻指定了 %1 個。</translation>
    </message>
    <message>
        <source>--export: the name of the file is missing.</source>
        <translation>--export：缺少檔案名稱。</translation>
    </message>
    <message>
        <source>--scale needs --export.</source>
        <translation>--scale 必須與 --export 一起使用。</translation>
    </message>
    <message>
        <source>How much memory a large language model needs, and which GPUs can hold it.</source>
        <translation>大型語言模型需要多少記憶體，以及哪些 GPU 放得下。</translation>
    </message>
    <message>
        <source>Open this scenario (*.vram.json, or a link vram-sizer:?…).</source>
        <translation>開啟這個情境（*.vram.json，或 vram-sizer:?… 連結）。</translation>
    </message>
    <message>
        <source>Write a report and exit; needs no display. The ending decides: pdf, html, md, csv, json, svg or png.</source>
        <translation>寫出報告後結束，不需要螢幕。由副檔名決定格式：pdf、html、md、csv、json、svg 或 png。</translation>
    </message>
    <message>
        <source>Unit of memory: GiB or GB.</source>
        <translation>記憶體單位：GiB 或 GB。</translation>
    </message>
    <message>
        <source>--unit: “%1” is no unit. Choose GiB or GB.</source>
        <translation>--unit：沒有「%1」這個單位，請選擇 GiB 或 GB。</translation>
    </message>
    <message>
        <source>--report: “%1” does not say what to write. Let it end in %2.</source>
        <translation>--report：看不出「%1」是什麼格式，副檔名請用 %2。</translation>
    </message>
    <message>
        <source>--unit needs --export or --report.</source>
        <translation>--unit 必須與 --export 或 --report 一起使用。</translation>
    </message>
</context>
<context>
    <name>CountRow</name>
    <message>
        <source>%1 parameters</source>
        <translation>%1 個參數</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%Ln 個 token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sequence(s)</source>
        <translation>
            <numerusform>%Ln 個序列</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is no model size. Type one from %2 to %3, such as 7b or 70 B.</source>
        <translation>「%1」不是有效的模型規模，請輸入 %2 到 %3，例如 7b 或 70 B。</translation>
    </message>
    <message>
        <source>“%1” is no batch size. Type a whole number from %2 to %3.</source>
        <translation>「%1」不是有效的批次大小，請輸入 %2 到 %3 的整數。</translation>
    </message>
    <message>
        <source>“%1” is no length. Type a number of tokens, such as 8192, 32k or 1m.</source>
        <translation>「%1」不是有效的長度，請輸入 token 數，例如 8192、32k 或 1m。</translation>
    </message>
    <message>
        <source>“%1” is no rank. Type a whole number from %2 to %3.</source>
        <translation>「%1」不是秩。請輸入 %2 到 %3 的整數。</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>, </source>
        <extracomment>between names in a list</extracomment>
        <translation>、</translation>
    </message>
    <message>
        <source>This is not valid JSON (%1). Correct the text there.</source>
        <translation>這不是有效的 JSON（%1），請修正該處的文字。</translation>
    </message>
    <message>
        <source>The key “%1” is not known here. Correct or remove it.</source>
        <translation>這裡沒有「%1」這個鍵，請更正或移除。</translation>
    </message>
    <message>
        <source>The key “%1” is missing. Add it.</source>
        <translation>缺少鍵「%1」，請補上。</translation>
    </message>
    <message>
        <source>The value has the wrong type: expected %1, found %2.</source>
        <translation>值的型別不符：應為%1，實際為%2。</translation>
    </message>
    <message>
        <source>%1 is out of range. Choose a value from %2 to %3.</source>
        <translation>%1 超出範圍，請選擇 %2 到 %3 之間的值。</translation>
    </message>
    <message>
        <source>%1 is not a finite number. Give an ordinary number.</source>
        <translation>%1 不是有限的數值，請輸入一般的數字。</translation>
    </message>
    <message>
        <source>The value “%1” is not known here.</source>
        <translation>這裡沒有「%1」這個值。</translation>
    </message>
    <message>
        <source>No model is called “%1”.</source>
        <translation>沒有名為「%1」的模型。</translation>
    </message>
    <message>
        <source>No GPU is called “%1”.</source>
        <translation>沒有名為「%1」的 GPU。</translation>
    </message>
    <message>
        <source>No weight format is called “%1”.</source>
        <translation>沒有名為「%1」的權重格式。</translation>
    </message>
    <message>
        <source>%2 has no KV cache type “%1”.</source>
        <translation>%2 沒有「%1」這種 KV 快取型別。</translation>
    </message>
    <message>
        <source>No runtime is called “%1”.</source>
        <translation>沒有名為「%1」的推論框架。</translation>
    </message>
    <message>
        <source>This is schema %1; this version reads up to schema %2. Update the program.</source>
        <translation>這是第 %1 版的格式，本版程式最多讀到第 %2 版，請更新程式。</translation>
    </message>
    <message>
        <source>A model from a “%1” cannot be read yet. Choose one of the list or give its size.</source>
        <translation>目前還不能從「%1」讀取模型，請從清單選擇，或直接指定規模。</translation>
    </message>
    <message>
        <source>The result is too large to be computed (%1). Choose a smaller model, context or batch.</source>
        <translation>結果太大，無法計算（%1），請選擇較小的模型、上下文或批次。</translation>
    </message>
    <message>
        <source>“%1” stands twice. Remove or rename one of them.</source>
        <translation>「%1」出現兩次，請移除其中一個或改名。</translation>
    </message>
    <message>
        <source>Two values do not agree (%1): %2 and %3.</source>
        <translation>兩個值互相矛盾（%1）：%2 與 %3。</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>無法讀取檔案 %1：%2。</translation>
    </message>
    <message>
        <source>It is too large (%1); at most %2 are read.</source>
        <translation>檔案太大（%1），最多只讀取 %2。</translation>
    </message>
    <message>
        <source>This does not agree with the rest: %1.</source>
        <translation>這與其他內容矛盾：%1。</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>您是否要找 %1？</translation>
    </message>
    <message>
        <source>Known here: %1.</source>
        <translation>可用的有：%1。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>two sentences, one after the other</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>where the error is (a path such as machine.gpus[1].name), and the sentence about it</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>This is no %1 file; it looks like %2.</source>
        <translation>這不是 %1 檔案，看起來是%2。</translation>
    </message>
    <message>
        <source>The file ends too early: %1 should follow, %2 are left. Download it again.</source>
        <translation>檔案太早結束：後面應有 %1，只剩 %2。請重新下載。</translation>
    </message>
    <message>
        <source>The runtime %1 cannot be sized yet. Choose one of the list.</source>
        <translation>目前還不能估算推論框架 %1，請從清單中選一個。</translation>
    </message>
    <message>
        <source>This %1 file is for big-endian computers, which are not supported.</source>
        <translation>這個 %1 檔案用於大端序（big-endian）電腦，不支援。</translation>
    </message>
    <message>
        <source>%1 is being read …</source>
        <translation>正在讀取 %1……</translation>
    </message>
    <message>
        <source>The architecture %1 is not known, and its configuration alone does not tell how large the weights are. Open the model&apos;s files instead.</source>
        <translation>不認得 %1 架構，單憑設定檔無法得知權重有多大。請改為開啟模型的檔案。</translation>
    </message>
    <message>
        <source>“%1” is no address of a model (%2). Paste the address of its page, or write hf:organisation/name or ms:organisation/name.</source>
        <translation>「%1」不是模型的網址（%2）。請貼上模型頁面的網址，或輸入 hf:組織/名稱、ms:組織/名稱。</translation>
    </message>
    <message>
        <source>%1 is not there. Check the name.</source>
        <translation>找不到 %1。請檢查名稱。</translation>
    </message>
    <message>
        <source>Your token was not accepted for %1. Make a new one, or give it the right to read this repository.</source>
        <translation>%1 不接受您的權杖。請建立新的權杖，或讓它有權讀取這個儲存庫。</translation>
    </message>
    <message>
        <source>%1 has trouble of its own (status %2). Try again later.</source>
        <translation>%1 的伺服器有問題（狀態碼 %2）。請稍後再試。</translation>
    </message>
    <message>
        <source>%1 sends whole files only, so that a header cannot be read by itself. Use another mirror.</source>
        <translation>%1 只能傳送整個檔案，無法單獨讀取檔頭。請改用其他鏡像站。</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 seconds. Try again, or use a mirror.</source>
        <translation>%1 在 %2 秒內沒有回應。請再試一次，或改用鏡像站。</translation>
    </message>
    <message>
        <source>The server wanted to lead to %1, which was refused (%2).</source>
        <translation>伺服器要求轉往 %1，已拒絕（%2）。</translation>
    </message>
    <message>
        <source>The server&apos;s answer makes no sense (%1). Perhaps a log-in page of your network stands in between.</source>
        <translation>伺服器的回應無法理解（%1）。可能是您網路的登入頁面擋在中間。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>%1 has no GGUF, safetensors or PyTorch files. Choose another repository.</source>
        <translation>%1 沒有 GGUF、safetensors 或 PyTorch 檔案。請選擇其他儲存庫。</translation>
    </message>
    <message>
        <source>%1 has several models. Name one of its files.</source>
        <translation>%1 有多個模型。請指明其中一個檔案。</translation>
    </message>
    <message>
        <source>%1 has not been read on this computer yet. Open it with File &gt; Open from Hugging Face or ModelScope.</source>
        <translation>這台電腦還沒有讀取過 %1。請用「檔案 &gt; 從 Hugging Face 或 ModelScope 開啟」開啟它。</translation>
    </message>
    <message>
        <source>%1 cannot be reached (%2). Check the network, or set HF_ENDPOINT to a mirror that you can reach.</source>
        <translation>連不上 %1（%2）。請檢查網路，或將 HF_ENDPOINT 設為連得上的鏡像站。</translation>
    </message>
    <message>
        <source>%1 is a gated repository. Ask for access on its page, then set HF_TOKEN to a token of your account and start the program again.</source>
        <translation>%1 是需授權的儲存庫。請先在它的頁面申請存取權，再將 HF_TOKEN 設為您帳號的權杖，然後重新啟動程式。</translation>
    </message>
    <message>
        <source>%1 does not exist or is private. Check the name; for a private repository set HF_TOKEN to a token of your account and start the program again.</source>
        <translation>%1 不存在或不公開。請檢查名稱；若是私人儲存庫，請將 HF_TOKEN 設為您帳號的權杖，然後重新啟動程式。</translation>
    </message>
    <message>
        <source>%2 does not train models (task “%1”).</source>
        <translation>%2 不能訓練模型（任務「%1」）。</translation>
    </message>
    <message>
        <source>The link cannot be opened (%1). Copy it again, whole.</source>
        <translation>無法開啟這個連結（%1）。請重新複製完整的連結。</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>No rows to compare.</source>
        <translation>沒有可比較的項目。</translation>
    </message>
    <message>
        <source>VRAM Sizer %1 · %2</source>
        <extracomment>caption of an exported picture: program&apos;s version, date</extracomment>
        <translation>顯示記憶體估算器 %1 · %2</translation>
    </message>
    <message>
        <source>The picture is too large for this computer&apos;s memory.</source>
        <translation>圖片太大，這部電腦的記憶體放不下。</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>無法寫入檔案 %1：%2。</translation>
    </message>
    <message>
        <source>GPU memory needed, over the sequence length</source>
        <translation>所需的 GPU 記憶體，隨序列長度變化</translation>
    </message>
    <message>
        <source>GPU memory needed, over the context</source>
        <translation>所需的 GPU 記憶體，隨上下文長度變化</translation>
    </message>
    <message>
        <source>GPU memory needed, over the micro-batch</source>
        <translation>所需的 GPU 記憶體，隨微批次變化</translation>
    </message>
    <message>
        <source>GPU memory needed, over the sequences</source>
        <translation>所需的 GPU 記憶體，隨同時序列數變化</translation>
    </message>
</context>
<context>
    <name>ExportRun</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>FinderText</name>
    <message>
        <source>Open: any use</source>
        <translation>開放：可任意使用</translation>
    </message>
    <message>
        <source>Commercial use under conditions: read the licence</source>
        <translation>商用須符合條件，請閱讀授權條款</translation>
    </message>
    <message>
        <source>Not for commercial use</source>
        <translation>不得用於商業用途</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <extracomment>cloud, type of the machine, its GPUs</extracomment>
        <translation>%1 %2（%3）</translation>
    </message>
    <message>
        <source>No model meets these conditions on this machine.</source>
        <translation>這台電腦上沒有模型符合這些條件。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) found.</source>
        <translation>
            <numerusform>找到 %n 筆。</numerusform>
        </translation>
    </message>
    <message>
        <source>Largest that fits: %1 in %2 (%3).</source>
        <extracomment>the model, its format, its parameters</extracomment>
        <translation>放得下的最大模型：%1，格式 %2（%3）。</translation>
    </message>
    <message>
        <source>No GPU of the catalogue holds this question on its own memory, not even eight of a kind.</source>
        <translation>目錄裡沒有任何 GPU 的顯示記憶體放得下這個組合，同款八張也不行。</translation>
    </message>
    <message>
        <source>Smallest that fits: %1.</source>
        <translation>放得下的最小選擇：%1。</translation>
    </message>
    <message>
        <source>Cheapest that fits: %1, launch price %2.</source>
        <translation>放得下的最便宜選擇：%1，上市價格 %2。</translation>
    </message>
    <message>
        <source>Most tokens for each watt: %1.</source>
        <translation>每瓦產出 token 最多：%1。</translation>
    </message>
    <message>
        <source>Smallest cloud machine: %1.</source>
        <translation>最小的雲端執行個體：%1。</translation>
    </message>
    <message>
        <source>%1 of the %2 cards that fit alone have no known price.</source>
        <translation>單張就放得下的 %2 款顯示卡中，有 %1 款查無上市價格。</translation>
    </message>
</context>
<context>
    <name>GpuClass</name>
    <message>
        <source>Consumer</source>
        <translation>消費級</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>筆記型電腦</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>工作站</translation>
    </message>
    <message>
        <source>Data centre</source>
        <translation>資料中心</translation>
    </message>
    <message>
        <source>System on chip</source>
        <translation>系統單晶片</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>too slow to be of use</source>
        <translation>慢到沒有實用價值</translation>
    </message>
    <message>
        <source>%1 are missing</source>
        <translation>還少 %1</translation>
    </message>
    <message>
        <source>%1 stay free</source>
        <translation>還剩 %1</translation>
    </message>
</context>
<context>
    <name>JsonType</name>
    <message>
        <source>number</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>string</source>
        <translation>字串</translation>
    </message>
    <message>
        <source>object</source>
        <translation>物件</translation>
    </message>
    <message>
        <source>array</source>
        <translation>陣列</translation>
    </message>
    <message>
        <source>boolean</source>
        <translation>布林值</translation>
    </message>
    <message>
        <source>integer</source>
        <translation>整數</translation>
    </message>
    <message>
        <source>null</source>
        <translation>空值</translation>
    </message>
    <message>
        <source>UTF-8 text</source>
        <translation>UTF-8 文字</translation>
    </message>
    <message>
        <source>other bytes</source>
        <translation>其他位元組</translation>
    </message>
    <message>
        <source>plain file name</source>
        <translation>單純的檔名</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>No row to draw.</source>
        <translation>沒有可以繪製的項目。</translation>
    </message>
    <message>
        <source>Upper end of the estimate</source>
        <translation>估算上限</translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <extracomment>a label at the edge of a chart: the name of a graphics card and how many others have their line there</extracomment>
        <translation>%1 +%2</translation>
    </message>
    <message>
        <source>beyond the model&apos;s limit</source>
        <extracomment>at the part of an axis beyond the context that a model was made for; keep it short</extracomment>
        <translation>超出模型上限</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 個 token</translation>
    </message>
    <message>
        <source>micro-batch %1</source>
        <translation>微批次 %1</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <extracomment>a value of the axis, the need there, the verdict: &quot;8,192 tokens: 10.4 GiB, Fits&quot;</extracomment>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>legend: a part of the memory and its size at the value that is looked at</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2 usable</source>
        <translation>%1：可用 %2</translation>
    </message>
    <message>
        <source>%1: %2 usable, too little for any value</source>
        <translation>%1：可用 %2，任何數值都放不下</translation>
    </message>
    <message>
        <source>%1: %2 usable, enough for the whole axis</source>
        <translation>%1：可用 %2，整條座標軸都放得下</translation>
    </message>
    <message>
        <source>%1: %2 usable, enough up to %3</source>
        <translation>%1：可用 %2，最多放得下 %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>where the need crosses a card&apos;s memory: the memory, the value of the axis (&quot;24 GB: 41K&quot;)</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1. From %2 to %3 the need grows from %4 to %5.</source>
        <translation>%1。從 %2 到 %3，需求由 %4 增加到 %5。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
</context>
<context>
    <name>MachineReason</name>
    <message>
        <source>no permission</source>
        <translation>沒有權限</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>不是一般檔案</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>太長</translation>
    </message>
    <message>
        <source>reading failed</source>
        <translation>讀取失敗</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>沒有及時回應</translation>
    </message>
    <message>
        <source>its links lead in a circle</source>
        <translation>連結互相循環</translation>
    </message>
</context>
<context>
    <name>MachineTrouble</name>
    <message>
        <source>No graphics card was found.</source>
        <translation>找不到顯示卡。</translation>
    </message>
    <message>
        <source>There is an NVIDIA card, but not the program %1: name and memory of the card are not known.</source>
        <translation>有 NVIDIA 顯示卡，但沒有程式 %1，因此不知道顯示卡的名稱與容量。</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 執行失敗：%2</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 seconds.</source>
        <translation>%1 在 %2 秒內沒有回應。</translation>
    </message>
    <message>
        <source>An answer of %1 makes no sense: “%2”</source>
        <translation>看不懂 %1 的回應：「%2」</translation>
    </message>
    <message>
        <source>“%1” is not among the known cards. Choose the card most like it.</source>
        <translation>清單裡沒有「%1」。請選擇最接近的顯示卡。</translation>
    </message>
    <message>
        <source>%1 has %3 of memory, unlike any card of this name that is known. The nearest is %2.</source>
        <translation>%1 有 %3 顯示記憶體，與清單中同名的顯示卡都不同。最接近的是 %2。</translation>
    </message>
    <message>
        <source>The memory of %1 is not known.</source>
        <translation>不知道 %1 的顯示記憶體容量。</translation>
    </message>
    <message>
        <source>%1 is split (MIG): a program gets one slice of it, not the whole card.</source>
        <translation>%1 已切分（MIG）：程式只能用到其中一份，而不是整張卡。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>無法讀取 %1：%2</translation>
    </message>
    <message>
        <source>%1 says “%2”, which cannot be. It is left out.</source>
        <translation>%1 的值「%2」不合理，已略過。</translation>
    </message>
    <message>
        <source>The size of the system memory is not known.</source>
        <translation>不知道系統記憶體的大小。</translation>
    </message>
    <message>
        <source>The type of the system memory is not known.</source>
        <translation>不知道系統記憶體的類型。</translation>
    </message>
    <message>
        <source>Only the administrator may read the type of the system memory (%1).</source>
        <translation>只有系統管理員可以讀取系統記憶體的類型（%1）。</translation>
    </message>
    <message>
        <source>There is memory of several types: %1. The slowest counts: %2.</source>
        <translation>有多種系統記憶體：%1。以最慢的為準：%2。</translation>
    </message>
    <message>
        <source>The number of processor cores is not known.</source>
        <translation>不知道處理器的核心數。</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>A generic model: its layout is interpolated from real models of this size.</source>
        <translation>這是泛用模型：結構由相近規模的實際模型內插而來。</translation>
    </message>
    <message>
        <source>The context of %1 tokens is longer than the %2 the model was made for.</source>
        <translation>上下文為 %1 個 token，超過模型設計的 %2。</translation>
    </message>
    <message>
        <source>%1 does not run on %2.</source>
        <translation>%1 無法在 %2 上執行。</translation>
    </message>
    <message>
        <source>%2 cannot use the format %1 on %3.</source>
        <translation>%2 無法在 %3 上使用 %1 格式。</translation>
    </message>
    <message>
        <source>The size of this model&apos;s cache is not known, so nobody can say whether it fits.</source>
        <translation>這個模型的快取大小未知，因此無法判定是否放得下。</translation>
    </message>
    <message>
        <source>The usable memory of this card is not measured: it is estimated from its class.</source>
        <translation>這張卡的可用記憶體沒有實測值，依同類顯示卡推估。</translation>
    </message>
    <message>
        <source>The weights are sized by average bits per weight, so they are given as a range.</source>
        <translation>權重以平均每權重位元數估算，因此以範圍表示。</translation>
    </message>
    <message>
        <source>The KV cache is larger than the weights: a shorter context, a smaller batch or a quantized cache saves most.</source>
        <translation>KV 快取比權重還大：縮短上下文、減小批次或量化快取最省記憶體。</translation>
    </message>
    <message>
        <source>%1 of %2 layers fit on the card, the others run from system memory, slower.</source>
        <translation>%2 層中有 %1 層放得進顯示卡，其餘從系統記憶體執行，速度較慢。</translation>
    </message>
    <message>
        <source>Card and system memory together are too small.</source>
        <translation>顯示卡加上系統記憶體仍然不夠。</translation>
    </message>
    <message>
        <source>No graphics card: everything runs from system memory.</source>
        <translation>沒有顯示卡：全部從系統記憶體執行。</translation>
    </message>
    <message>
        <source>Unified memory: the system lets the GPU use %1 of it by default.</source>
        <translation>統一記憶體：系統預設讓 GPU 使用其中的 %1。</translation>
    </message>
    <message>
        <source>llama.cpp has no GGUF support for the architecture of %1.</source>
        <translation>llama.cpp 的 GGUF 不支援 %1 的架構。</translation>
    </message>
    <message>
        <source>A quantized V cache needs flash attention: switch it on or choose f16 for V.</source>
        <translation>量化的 V 快取需要 flash attention：請開啟，或將 V 改為 f16。</translation>
    </message>
    <message>
        <source>The vision part of the model is not counted.</source>
        <translation>未計入模型的視覺部分。</translation>
    </message>
    <message>
        <source>%1 of memory is missing.</source>
        <translation>還差 %1 的記憶體。</translation>
    </message>
    <message>
        <source>%2 cannot load the format %1.</source>
        <translation>%2 無法載入 %1 格式。</translation>
    </message>
    <message>
        <source>The runtime reserves the rest of the card for its KV cache: room for %1 tokens, that is for %2 requests of this context at once.</source>
        <translation>推論框架會保留顯示卡其餘空間作為 KV 快取，可放 %1 個 token，也就是同時 %2 個這種上下文長度的請求。</translation>
    </message>
    <message>
        <source>%1 has another vocabulary: its drafts cannot be verified by this model.</source>
        <translation>%1 的詞彙表不同：這個模型無法驗證它擬出的 token。</translation>
    </message>
    <message>
        <source>The KV cache that the runtime reserves holds %1 of %2 requests of this context: give the runtime a larger share of the card.</source>
        <translation>推論框架保留的 KV 快取只能放 %2 個這種上下文長度請求中的 %1 個，請讓推論框架使用顯示卡更多的記憶體。</translation>
    </message>
    <message>
        <source>The attention heads do not divide evenly among the cards: the runtime refuses this split.</source>
        <translation>注意力頭無法平均分給各張卡，推論框架不接受這種分法。</translation>
    </message>
    <message>
        <source>%1 is not sized without a graphics card.</source>
        <translation>不估算 %1 在沒有顯示卡時的用量。</translation>
    </message>
    <message>
        <source>The file does not tell how its cache is laid out (%1). Only the weights are known.</source>
        <translation>檔案沒有說明快取的配置（%1），只知道權重的大小。</translation>
    </message>
    <message>
        <source>Some layers keep only a sliding window, but nothing says which (%1). Only the weights are known.</source>
        <translation>有些層只保留滑動視窗，但檔案沒有說是哪些層（%1），只知道權重的大小。</translation>
    </message>
    <message>
        <source>The file does not say all that sizes its cache; the rest is taken as usual for the architecture %1.</source>
        <translation>檔案沒有寫出決定快取大小的全部資料，其餘依 %1 架構的慣例補上。</translation>
    </message>
    <message>
        <source>The file is from before compressed caches (%1 is missing): its cache is many times as large as that of a newer file of this model.</source>
        <translation>這個檔案早於壓縮快取（缺少 %1）：它的快取是同一模型較新檔案的許多倍。</translation>
    </message>
    <message>
        <source>The file contradicts itself: %1 is %2, its tensors have %3 experts.</source>
        <translation>檔案前後矛盾：%1 是 %2，張量卻有 %3 個專家。</translation>
    </message>
    <message>
        <source>Some tensors of the file are not understood (%1): other formats than its own are sized by average bits per weight.</source>
        <translation>檔案中有些張量無法解讀（%1）：換成其他格式時，大小以平均每權重位元數估算。</translation>
    </message>
    <message>
        <source>%2 draft layers (%3) lie in the file and are not loaded for plain generation.</source>
        <translation>檔案含有 %2 個草稿層（%3），一般生成時不會載入。</translation>
    </message>
    <message>
        <source>The files hold %2 parameters, %1 describes %3: other formats than the files&apos; own are sized by average bits per weight.</source>
        <translation>檔案裡有 %2 個參數，%1 描述的是 %3 個：檔案本身以外的格式按平均每權重位元數估算。</translation>
    </message>
    <message>
        <source>%2 layers have no weights, the first of them %1: a file may be missing.</source>
        <translation>有 %2 層沒有權重，第一個是 %1：可能少了檔案。</translation>
    </message>
    <message>
        <source>Nothing says how many bits a weight of %1 has; its parameters are counted with %2.</source>
        <translation>沒有資料說明 %1 的每個權重有幾個位元；參數量以 %2 位元計算。</translation>
    </message>
    <message>
        <source>%1 has elements of the unknown type %2; their bytes are counted as they are.</source>
        <translation>%1 的元素是未知的類型 %2；其位元組照實計算。</translation>
    </message>
    <message>
        <source>%1 says %2, the files hold %3: the files are believed.</source>
        <translation>%1 寫的是 %2，檔案實際有 %3：以檔案為準。</translation>
    </message>
    <message>
        <source>Index and files do not agree (first: %1): %2 tensors are elsewhere or missing, %3 are not listed.</source>
        <translation>索引與檔案不一致（第一處：%1）：%2 個張量在別處或不存在，%3 個未列入索引。</translation>
    </message>
    <message>
        <source>PyTorch files are never opened: %2 by their sizes alone.</source>
        <translation>PyTorch 檔案一律不開啟：僅依檔案大小計為 %2。</translation>
    </message>
    <message>
        <source>The adapter has rank %2, %1 says %3: the tensors are believed.</source>
        <translation>轉接器的秩是 %2，%1 寫的是 %3：以張量為準。</translation>
    </message>
    <message>
        <source>%1 is no readable JSON: the adapter is described by its tensors alone.</source>
        <translation>%1 不是可讀的 JSON：僅依張量描述這個轉接器。</translation>
    </message>
    <message>
        <source>The architecture %1 is not known. It is sized as a usual decoder of these numbers.</source>
        <translation>不認得架構 %1，因此依這些數值當作一般的解碼器估算。</translation>
    </message>
    <message>
        <source>The model has a sliding window of %2 tokens (%1), but llama.cpp keeps the whole context. Other runtimes keep less.</source>
        <translation>這個模型有 %2 個 token 的滑動視窗（%1），但 llama.cpp 會保留整段上下文；其他推論框架保留得較少。</translation>
    </message>
    <message>
        <source>The layout of the vision part (%1) is not known, so it is not counted.</source>
        <translation>視覺部分（%1）的結構不明，因此沒有計入。</translation>
    </message>
    <message>
        <source>The layout of the audio part (%1) is not known, so it is not counted.</source>
        <translation>音訊部分（%1）的結構不明，因此沒有計入。</translation>
    </message>
    <message>
        <source>The quantization %2 (%1) cannot be sized. Choose the format that is nearest.</source>
        <translation>量化方式 %2（%1）無法估算，請選擇最接近的格式。</translation>
    </message>
    <message>
        <source>%1 has no layers of multi-token prediction: nothing is added for them.</source>
        <translation>%1 沒有多 token 預測層：不另外計入。</translation>
    </message>
    <message>
        <source>%1 does not draft with the multi-token prediction layers of %2: nothing is added for them.</source>
        <translation>%1 不會用 %2 的多 token 預測層擬出草稿：不另外計入。</translation>
    </message>
    <message>
        <source>With a draft model the layers of multi-token prediction are not used.</source>
        <translation>有草稿模型時，不使用多 token 預測層。</translation>
    </message>
    <message>
        <source>For %1 several cards are sized with whole layers in turn, not with each layer shared out.</source>
        <translation>%1 搭配多張顯示卡時，是以整層依序分配來計算，而不是把每一層拆開分攤。</translation>
    </message>
    <message>
        <source>%1 is sized as the sum of what it loads and generates: a rough figure.</source>
        <translation>%1 以載入與生成內容的總和估算，只是粗略數字。</translation>
    </message>
    <message>
        <source>The degrees of parallelism (together %1) do not divide %2 card(s), or the layers or experts do not suffice.</source>
        <translation>平行度（相乘為 %1）無法整除 %2 張卡，或層數、專家數不足。</translation>
    </message>
    <message>
        <source>The fullest of %2 pipeline stages is number %1.</source>
        <translation>%2 個管線階段中，最滿的是第 %1 個。</translation>
    </message>
    <message>
        <source>%1 lie in system memory.</source>
        <translation>有 %1 放在系統記憶體。</translation>
    </message>
    <message>
        <source>Rule of thumb: %3 to %4 × inference, here %2 ×.</source>
        <translation>經驗法則：推論的 %3 到 %4 倍；這裡是 %2 倍。</translation>
    </message>
    <message>
        <source>Activations, gradients, optimizer: %3 to %4 × the weights, here %2 ×.</source>
        <translation>經驗法則：中間計算結果、梯度與最佳化器狀態合計為權重的 %3 到 %4 倍；這裡是 %2 倍。</translation>
    </message>
    <message>
        <source>System memory holds its part with little left: close other programs.</source>
        <translation>系統記憶體剛好裝得下，所剩無幾：請關閉其他程式。</translation>
    </message>
    <message>
        <source>%1 have no room in system memory and go to the swap area for every token, or the program is ended by the system.</source>
        <translation>有 %1 放不進系統記憶體，每產生一個 token 都要進出交換空間，或者程式會被系統終止。</translation>
    </message>
    <message>
        <source>%1 have no room in system memory: locking it there fails.</source>
        <translation>有 %1 放不進系統記憶體：鎖定記憶體會失敗。</translation>
    </message>
    <message>
        <source>%1 have no room in system memory: they would be read from the disk for every token.</source>
        <translation>有 %1 放不進系統記憶體：每產生一個 token 都要從磁碟讀取。</translation>
    </message>
    <message>
        <source>The routed experts of %1 of %2 layers lie in system memory.</source>
        <translation>%2 層中有 %1 層的路由專家放在系統記憶體。</translation>
    </message>
    <message>
        <source>The KV cache lies in system memory: attention reads it from there.</source>
        <translation>KV 快取放在系統記憶體，注意力從那裡讀取。</translation>
    </message>
    <message>
        <source>%1 of %2 layers stay on the card, the others wait in system memory and are copied to the card for every token.</source>
        <translation>%2 層中有 %1 層留在顯示卡上，其餘放在系統記憶體，每產生一個 token 都要複製到顯示卡。</translation>
    </message>
    <message>
        <source>%1 key and value heads over %2 cards: several cards keep the same cache.</source>
        <translation>%1 個鍵值頭分到 %2 張顯示卡：有幾張卡會存放相同的快取。</translation>
    </message>
    <message>
        <source>The degrees of parallelism ask for %1 cards, the machine has %2.</source>
        <translation>平行度需要 %1 張顯示卡，這台機器有 %2 張。</translation>
    </message>
    <message>
        <source>%1 of %2 cards stay empty with these degrees of parallelism.</source>
        <translation>在這樣的平行度下，%2 張顯示卡中有 %1 張閒置。</translation>
    </message>
    <message>
        <source>Matrices are cut by rows over the cards, experts and cache are not.</source>
        <translation>矩陣按列切分到各張顯示卡，專家與快取則不切分。</translation>
    </message>
    <message>
        <source>It fits with a larger share for the GPU: sudo sysctl iogpu.wired_limit_mb=%1 (until the next restart).</source>
        <translation>把 GPU 可用的份額調高就裝得下：sudo sysctl iogpu.wired_limit_mb=%1（重新開機後失效）。</translation>
    </message>
    <message>
        <source>%1 has no options for experts or cache in system memory, rows and ratios: they are left out.</source>
        <translation>%1 沒有把專家或快取放在系統記憶體、按列切分及指定比例的選項：已略過。</translation>
    </message>
    <message>
        <source>It will swap: %1 find no room in system memory and are read from the disk again for every token.</source>
        <translation>會發生交換：有 %1 放不進系統記憶體，每產生一個 token 都要重新從磁碟讀取。</translation>
    </message>
    <message>
        <source>%1 of %2 layers are on the card, as chosen; the others run from system memory, slower.</source>
        <translation>依設定，%2 層中有 %1 層在顯示卡上，其餘從系統記憶體執行，速度較慢。</translation>
    </message>
</context>
<context>
    <name>Part</name>
    <message>
        <source>Weights</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV 快取</translation>
    </message>
    <message>
        <source>Recurrent state</source>
        <translation>遞迴狀態</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>中間計算結果</translation>
    </message>
    <message>
        <source>Overhead</source>
        <translation>執行期額外開銷</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Optimizer states</source>
        <translation>最佳化器狀態</translation>
    </message>
    <message>
        <source>LoRA adapter</source>
        <translation>LoRA 轉接器</translation>
    </message>
</context>
<context>
    <name>Placement</name>
    <message>
        <source>VRAM: %1</source>
        <translation>VRAM：%1</translation>
    </message>
    <message>
        <source>RAM: %1</source>
        <translation>系統記憶體：%1</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>放不下</translation>
    </message>
    <message>
        <source>Without a layer on the GPU %1 of VRAM and %2 of RAM, with all %3 layers %4 of VRAM and %5 of RAM; %6 of VRAM are usable.</source>
        <translation>GPU 上沒有任何層時，需要 VRAM %1、系統記憶體 %2；%3 層全放上去時，需要 VRAM %4、系統記憶體 %5；可用的 VRAM 為 %6。</translation>
    </message>
    <message>
        <source>Up to %1 layers fit.</source>
        <translation>最多放得下 %1 層。</translation>
    </message>
    <message>
        <source>VRAM</source>
        <translation>VRAM</translation>
    </message>
    <message>
        <source>VRAM %1</source>
        <translation>VRAM %1</translation>
    </message>
    <message>
        <source>VRAM %1 of %2</source>
        <translation>VRAM %1／%2</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>系統記憶體</translation>
    </message>
    <message>
        <source>RAM %1</source>
        <translation>系統記憶體 %1</translation>
    </message>
    <message>
        <source>RAM %1 of %2</source>
        <translation>系統記憶體 %1／%2</translation>
    </message>
    <message>
        <source>%1 %2 ↑</source>
        <translation>%1 %2 ↑</translation>
    </message>
    <message>
        <source>%1 layers</source>
        <extracomment>the end of an axis that counts layers: &quot;41 layers&quot;</extracomment>
        <translation>%1 層</translation>
    </message>
    <message>
        <source>%1 of %2 layers on the GPU</source>
        <translation>%2 層中有 %1 層在 GPU 上</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>layers of all layers, in a narrow box: &quot;33 of 41&quot;</extracomment>
        <translation>%1／%2</translation>
    </message>
    <message>
        <source>auto: %1</source>
        <extracomment>the number of layers that the program chooses, in a narrow box: &quot;auto: 33 of 41&quot;</extracomment>
        <translation>自動：%1</translation>
    </message>
    <message>
        <source>About %1 too much to be locked in RAM.</source>
        <translation>比系統記憶體能鎖定的多出約 %1。</translation>
    </message>
    <message>
        <source>%1 of %2: fits</source>
        <translation>%2 中用 %1：放得下</translation>
    </message>
    <message>
        <source>%1 of %2: tight</source>
        <translation>%2 中用 %1：吃緊</translation>
    </message>
    <message>
        <source>Close other programs first: with little more it would swap.</source>
        <translation>請先關閉其他程式：再多用一點就會置換。</translation>
    </message>
    <message>
        <source>%1 of %2: swaps</source>
        <translation>%2 中用 %1：會置換（swap）</translation>
    </message>
    <message>
        <source>About %1 find no room, so that the disk is read for every token.</source>
        <translation>約 %1 放不下，每個 token 都要讀磁碟。</translation>
    </message>
    <message>
        <source>About %1 find no room, so that the disk is read for every token: %2.</source>
        <translation>約 %1 放不下，每個 token 都要讀磁碟：%2。</translation>
    </message>
</context>
<context>
    <name>PlacementOption</name>
    <message>
        <source>Use at most</source>
        <translation>最多使用</translation>
    </message>
    <message>
        <source>Memory of every card that the model may take, such as 11.5 GiB of a card that the desktop needs as well</source>
        <translation>模型在每張卡上最多可用的記憶體，例如桌面也要用的卡只給 11.5 GiB</translation>
    </message>
    <message>
        <source>Experts in RAM</source>
        <translation>專家在系統記憶體</translation>
    </message>
    <message>
        <source>Layers whose experts lie in RAM while the rest of the layer is on the card (--n-cpu-moe): a token uses few of the experts, so that they are what costs least speed there</source>
        <translation>這麼多層的專家放在系統記憶體，該層其餘部分仍在卡上（--n-cpu-moe）：一個 token 只用到少數專家，所以移走它們對速度影響最小</translation>
    </message>
    <message>
        <source>Whole layers</source>
        <translation>整層</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>專家</translation>
    </message>
    <message>
        <source>To RAM first</source>
        <translation>優先移出</translation>
    </message>
    <message>
        <source>What goes to RAM where the cards do not hold all: whole layers, or the experts of as few layers as need be</source>
        <translation>卡上放不下全部時先移到系統記憶體的部分：整層，或是盡可能少的幾層的專家</translation>
    </message>
    <message>
        <source>VRAM</source>
        <translation>VRAM</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>系統記憶體</translation>
    </message>
    <message>
        <source>KV cache in</source>
        <translation>KV 快取放在</translation>
    </message>
    <message>
        <source>In RAM (-nkvo) the cache leaves the card to more layers; a long context becomes slow</source>
        <translation>放在系統記憶體（-nkvo）時，卡上可以多放幾層；上下文一長就會變慢</translation>
    </message>
    <message>
        <source>By layer</source>
        <translation>按層</translation>
    </message>
    <message>
        <source>By row</source>
        <translation>按列</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>分割方式</translation>
    </message>
    <message>
        <source>Several cards: whole layers on each in turn, or the rows of every matrix on all of them (-sm)</source>
        <translation>多張卡：整層依序放到各卡，或把每個矩陣的列分給所有卡（-sm）</translation>
    </message>
    <message>
        <source>Ratios</source>
        <translation>分配比例</translation>
    </message>
    <message>
        <source>Shares of the cards in their order, such as 3,1 (-ts)</source>
        <translation>依順序列出各卡的份額，例如 3,1（-ts）</translation>
    </message>
    <message>
        <source>Main GPU</source>
        <translation>主要 GPU</translation>
    </message>
    <message>
        <source>The card that holds what is not split into rows (-mg)</source>
        <translation>不按列分割的部分放在這張卡（-mg）</translation>
    </message>
    <message>
        <source>Memory mapping</source>
        <translation>記憶體對映</translation>
    </message>
    <message>
        <source>Lock in RAM</source>
        <translation>鎖定記憶體</translation>
    </message>
    <message>
        <source>Tensor parallel</source>
        <translation>張量平行</translation>
    </message>
    <message>
        <source>Cards that share every matrix; the degrees multiplied are at most the number of cards</source>
        <translation>共同分擔每個矩陣的卡數；各種平行度相乘不得超過卡的數目</translation>
    </message>
    <message>
        <source>Pipeline parallel</source>
        <translation>管線平行</translation>
    </message>
    <message>
        <source>Stages of whole layers, one after the other</source>
        <translation>以整層為單位的階段，一段接一段</translation>
    </message>
    <message>
        <source>Data parallel</source>
        <translation>資料平行</translation>
    </message>
    <message>
        <source>Copies of the model, each of which answers a part of the requests</source>
        <translation>模型的份數，每一份各自回應一部分請求</translation>
    </message>
    <message>
        <source>Expert parallel</source>
        <translation>專家平行</translation>
    </message>
    <message>
        <source>Whole experts on each card instead of a part of every expert</source>
        <translation>每張卡放完整的專家，而不是每個專家的一部分</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%Ln 層</numerusform>
        </translation>
    </message>
    <message>
        <source>Weights in RAM are pages of the file, which the system may drop and read again; off (-lm none) they are a copy</source>
        <translation>系統記憶體中的權重就是檔案的分頁，系統可以丟棄後再讀；關閉（-lm none）時則是一份複本</translation>
    </message>
    <message>
        <source>The system may neither drop nor swap the weights in RAM (-lm mlock)</source>
        <translation>系統不得丟棄或置換系統記憶體中的權重（-lm mlock）</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>kv_heads must divide heads</source>
        <translation>kv_heads 必須能整除 heads</translation>
    </message>
    <message>
        <source>a layer without key and value projections must reuse a cache</source>
        <translation>沒有鍵與值投影的層必須沿用其他層的快取</translation>
    </message>
    <message>
        <source>used_experts must not exceed experts</source>
        <translation>used_experts 不得超過 experts</translation>
    </message>
    <message>
        <source>more memory than the card is sold with</source>
        <translation>記憶體超過該卡的標示容量</translation>
    </message>
    <message>
        <source>the architecture gives another number of parameters</source>
        <translation>依架構算出的參數量不同</translation>
    </message>
    <message>
        <source>active_parameters must not exceed parameters</source>
        <translation>active_parameters 不得超過 parameters</translation>
    </message>
    <message>
        <source>a format that is offered needs value_bits, block_bytes, effective_bits or gguf_mix</source>
        <translation>可選用的格式必須有 value_bits、block_bytes、effective_bits 或 gguf_mix</translation>
    </message>
    <message>
        <source>one model source expected</source>
        <translation>必須恰好有一個模型來源</translation>
    </message>
    <message>
        <source>nested deeper than 64 levels</source>
        <translation>巢狀超過 64 層</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>記憶體</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>參數量</translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation>空檔案</translation>
    </message>
    <message>
        <source>a ZIP or PyTorch archive</source>
        <translation>ZIP 或 PyTorch 壓縮檔</translation>
    </message>
    <message>
        <source>a Python pickle</source>
        <translation>Python pickle 檔</translation>
    </message>
    <message>
        <source>a Git LFS pointer, not the file itself</source>
        <translation>Git LFS 指標，而不是檔案本身</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>網頁</translation>
    </message>
    <message>
        <source>a JSON file</source>
        <translation>JSON 檔案</translation>
    </message>
    <message>
        <source>a GGML file from before GGUF</source>
        <translation>GGUF 之前的 GGML 檔案</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>別種檔案</translation>
    </message>
    <message>
        <source>columns must be whole blocks</source>
        <translation>每列的元素數必須是區塊大小的整數倍</translation>
    </message>
    <message>
        <source>a tensor must start at a multiple of the alignment</source>
        <translation>張量的起點必須是對齊值的整數倍</translation>
    </message>
    <message>
        <source>two tensors overlap</source>
        <translation>兩個張量重疊</translation>
    </message>
    <message>
        <source>the alignment must be a power of two</source>
        <translation>對齊值必須是 2 的次方</translation>
    </message>
    <message>
        <source>more tensors than all parts together have</source>
        <translation>張量數超過所有分割檔的總數</translation>
    </message>
    <message>
        <source>a GGUF file</source>
        <translation>GGUF 檔案</translation>
    </message>
    <message>
        <source>UTF-16 text</source>
        <translation>UTF-16 文字</translation>
    </message>
    <message>
        <source>a folder without a model</source>
        <translation>沒有模型的資料夾</translation>
    </message>
    <message>
        <source>a LoRA adapter</source>
        <translation>LoRA 轉接器（adapter）</translation>
    </message>
    <message>
        <source>a tensor must end behind its start</source>
        <translation>張量的結尾必須在開頭之後</translation>
    </message>
    <message>
        <source>the shape gives another length than the offsets</source>
        <translation>由形狀算出的長度與位移不同</translation>
    </message>
    <message>
        <source>elements must fill whole bytes</source>
        <translation>元素必須填滿整個位元組</translation>
    </message>
    <message>
        <source>bytes that belong to no tensor</source>
        <translation>不屬於任何張量的位元組</translation>
    </message>
    <message>
        <source>the list must have one entry a layer</source>
        <translation>清單必須每層一項</translation>
    </message>
    <message>
        <source>layers that differ in this are not known</source>
        <translation>這項數值逐層不同的模型不在已知之列</translation>
    </message>
    <message>
        <source>the heads must divide hidden_size</source>
        <translation>注意力頭數必須能整除 hidden_size</translation>
    </message>
    <message>
        <source>the parts of a model must be numbered in order</source>
        <translation>模型的各部分必須依序編號</translation>
    </message>
    <message>
        <source>the parts together must have as many tensors as the first one says</source>
        <translation>各部分的張量總數必須與第一部分所寫的相同</translation>
    </message>
    <message>
        <source>columns must be the embedding length</source>
        <translation>欄數必須等於嵌入長度</translation>
    </message>
    <message>
        <source>an array must have a value for every layer</source>
        <translation>陣列必須為每一層提供一個值</translation>
    </message>
    <message>
        <source>all matrices of an adapter must have one rank</source>
        <translation>一個轉接器的所有矩陣必須同秩</translation>
    </message>
    <message>
        <source>several models lie in the folder: open one of its files</source>
        <translation>資料夾裡有好幾個模型，請開啟其中一個檔案</translation>
    </message>
    <message>
        <source>a vision projector (mmproj)</source>
        <translation>視覺投影檔（mmproj）</translation>
    </message>
    <message>
        <source>a tokenizer alone</source>
        <translation>只有分詞器</translation>
    </message>
    <message>
        <source>an importance matrix</source>
        <translation>重要性矩陣</translation>
    </message>
    <message>
        <source>organisation/name expected</source>
        <translation>應為「組織/名稱」</translation>
    </message>
    <message>
        <source>another host</source>
        <translation>不是已知的網站</translation>
    </message>
    <message>
        <source>no model&apos;s page</source>
        <translation>不是模型頁面</translation>
    </message>
    <message>
        <source>a path that cannot be in a repository</source>
        <translation>儲存庫中不可能有的路徑</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>太長</translation>
    </message>
    <message>
        <source>neither http nor https</source>
        <translation>既非 http 也非 https</translation>
    </message>
    <message>
        <source>a private address</source>
        <translation>私人網路位址</translation>
    </message>
    <message>
        <source>from https to http</source>
        <translation>從 https 降為 http</translation>
    </message>
    <message>
        <source>too many redirects</source>
        <translation>轉址次數過多</translation>
    </message>
    <message>
        <source>a host without an address</source>
        <translation>查不到主機的位址</translation>
    </message>
    <message>
        <source>no JSON</source>
        <translation>不是 JSON</translation>
    </message>
    <message>
        <source>a list of files expected</source>
        <translation>應為檔案清單</translation>
    </message>
    <message>
        <source>a file expected</source>
        <translation>應為檔案項目</translation>
    </message>
    <message>
        <source>a file without a path</source>
        <translation>檔案沒有路徑</translation>
    </message>
    <message>
        <source>a file without a size</source>
        <translation>檔案沒有大小</translation>
    </message>
    <message>
        <source>compressed although not asked for</source>
        <translation>未要求卻經過壓縮</translation>
    </message>
    <message>
        <source>shorter than announced</source>
        <translation>比宣告的長度短</translation>
    </message>
    <message>
        <source>another range than asked for</source>
        <translation>不是所要求的範圍</translation>
    </message>
    <message>
        <source>another size than listed</source>
        <translation>與清單中的大小不同</translation>
    </message>
    <message>
        <source>the file changed while it was read</source>
        <translation>讀取期間檔案已變更</translation>
    </message>
    <message>
        <source>no HTTP</source>
        <translation>不是 HTTP</translation>
    </message>
    <message>
        <source>it does not begin with vram-sizer:?</source>
        <translation>開頭不是 vram-sizer:?</translation>
    </message>
    <message>
        <source>a part without an equals sign</source>
        <translation>有一段缺少等號</translation>
    </message>
    <message>
        <source>a character that is badly encoded</source>
        <translation>有字元編碼錯誤</translation>
    </message>
    <message>
        <source>too many parts</source>
        <translation>段落太多</translation>
    </message>
    <message>
        <source>a link names a file, not its folder</source>
        <translation>連結只能有檔名，不能有資料夾</translation>
    </message>
</context>
<context>
    <name>Remedy</name>
    <message>
        <source>Start values</source>
        <translation>回到初始值</translation>
    </message>
    <message>
        <source>Back to the question of the first start; Undo brings this one back</source>
        <translation>回到第一次啟動時的情境；可用「復原」找回目前的情境</translation>
    </message>
    <message>
        <source>Choose cards…</source>
        <translation>選擇顯示卡…</translation>
    </message>
    <message>
        <source>Choose the cards to compare</source>
        <translation>選擇要比較的顯示卡</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>顯示所有列</translation>
    </message>
    <message>
        <source>Show the rows of every verdict again</source>
        <translation>重新顯示所有結果的項目</translation>
    </message>
    <message>
        <source>Choose another model…</source>
        <translation>選擇其他模型…</translation>
    </message>
    <message>
        <source>Opens the list of models</source>
        <translation>開啟模型清單</translation>
    </message>
    <message>
        <source>See %1</source>
        <translation>看 %1</translation>
    </message>
    <message>
        <source>The smallest of the compared cards that holds it</source>
        <translation>比較清單中放得下的最小顯示卡</translation>
    </message>
    <message>
        <source>Run it with %1</source>
        <translation>改用 %1 執行</translation>
    </message>
    <message>
        <source>This runtime can use the card; the format moves to the nearest that it loads</source>
        <translation>這個推論框架可以使用這張顯示卡；權重格式會換成它能載入的最接近格式</translation>
    </message>
    <message>
        <source>Weights in %1</source>
        <translation>權重改用 %1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 個 token</translation>
    </message>
    <message>
        <source>The longest context that works here</source>
        <translation>此處可用的最長上下文</translation>
    </message>
    <message>
        <source>Use flash attention</source>
        <translation>啟用 flash attention</translation>
    </message>
    <message>
        <source>Switches flash attention on</source>
        <translation>開啟 flash attention</translation>
    </message>
    <message>
        <source>Weights in %1, KV cache in %2</source>
        <translation>權重改用 %1、KV 快取改用 %2</translation>
    </message>
    <message>
        <source>%1 (−%2)</source>
        <extracomment>what to do, and the memory that it saves</extracomment>
        <translation>%1（−%2）</translation>
    </message>
    <message>
        <source>Switch to this task</source>
        <translation>改做這項任務</translation>
    </message>
    <message>
        <source>Makes the question one of this task</source>
        <translation>把問題改成這項任務</translation>
    </message>
    <message>
        <source>Gradient checkpointing</source>
        <translation>梯度檢查點</translation>
    </message>
    <message>
        <source>Computes layers again in the backward pass instead of keeping them</source>
        <translation>反向傳播時重新計算各層，而不保留結果</translation>
    </message>
    <message>
        <source>A smaller micro-batch, with so much more accumulation that a step sees as many tokens</source>
        <translation>縮小微批次並增加梯度累積，每一步看到的 token 數不變</translation>
    </message>
    <message>
        <source>8-bit AdamW</source>
        <translation>8 位元 AdamW</translation>
    </message>
    <message>
        <source>Optimizer states of one byte each</source>
        <translation>最佳化器狀態每個只占一位元組</translation>
    </message>
    <message>
        <source>Checkpoints in RAM</source>
        <translation>檢查點放系統記憶體</translation>
    </message>
    <message>
        <source>What checkpointing keeps waits in system memory</source>
        <translation>檢查點保留的內容放在系統記憶體等候</translation>
    </message>
    <message>
        <source>LoRA instead</source>
        <translation>改用 LoRA</translation>
    </message>
    <message>
        <source>Trains a small adapter, not all parameters</source>
        <translation>只訓練小型轉接器，不動全部參數</translation>
    </message>
    <message>
        <source>QLoRA instead</source>
        <translation>改用 QLoRA</translation>
    </message>
    <message>
        <source>Trains a small adapter over weights of four bits</source>
        <translation>在 4 位元權重上訓練小型轉接器</translation>
    </message>
    <message>
        <source>Optimizer in RAM</source>
        <translation>最佳化器放系統記憶體</translation>
    </message>
    <message>
        <source>Optimizer states lie in system memory: slower, and much RAM</source>
        <translation>最佳化器狀態放在系統記憶體：較慢，且需要很多記憶體</translation>
    </message>
    <message>
        <source>Parameters in RAM</source>
        <translation>參數放系統記憶體</translation>
    </message>
    <message>
        <source>Parameters and optimizer lie in system memory: the slowest way</source>
        <translation>參數與最佳化器都放在系統記憶體：最慢的方式</translation>
    </message>
    <message>
        <source>The longest sequence that fits on this card</source>
        <translation>這張卡放得下的最長序列</translation>
    </message>
    <message>
        <source>Afterwards: %1</source>
        <extracomment>a verdict and a speed: &quot;Fits · 52 tok/s&quot;</extracomment>
        <translation>之後：%1</translation>
    </message>
    <message>
        <source>Fused kernels</source>
        <translation>融合運算核心</translation>
    </message>
    <message>
        <source>Norms, activation functions, and head with cross-entropy in one kernel each: no logits of the whole micro-batch</source>
        <translation>正規化、激勵函數，以及輸出層連同交叉熵，各用一個運算核心完成：不必存放整個微批次的 logits</translation>
    </message>
    <message>
        <source>Share out over the cards</source>
        <translation>分散到各張顯示卡</translation>
    </message>
    <message>
        <source>FSDP or ZeRO-3: parameters, gradients and optimizer states are shared out over the cards</source>
        <translation>FSDP 或 ZeRO-3：參數、梯度與最佳化器狀態分散存放在各張顯示卡</translation>
    </message>
    <message>
        <source>Cards of this kind, with parameters, gradients and optimizer states shared out over them (FSDP or ZeRO-3)</source>
        <translation>使用多張同款顯示卡，參數、梯度與最佳化器狀態分散存放（FSDP 或 ZeRO-3）</translation>
    </message>
    <message>
        <source>The nearest weight format that the runtime can use on this card</source>
        <translation>推論框架在這張顯示卡上能使用的最接近權重格式</translation>
    </message>
    <message>
        <source>The same results in less memory, and usually faster</source>
        <translation>結果不變，用的記憶體較少，通常也更快</translation>
    </message>
    <message>
        <source>Micro-batch %3</source>
        <translation>微批次 %3</translation>
    </message>
    <message>
        <source>Prompt by %3 tokens</source>
        <translation>提示詞每次處理 %3 個 token</translation>
    </message>
    <message>
        <source>Fewer tokens of a prompt at a time: smaller working buffers, and prompts take longer</source>
        <translation>每次處理的提示詞 token 較少：工作緩衝區變小，但提示詞處理較久</translation>
    </message>
    <message>
        <source>KV cache in %2</source>
        <translation>KV 快取改用 %2</translation>
    </message>
    <message>
        <source>A smaller type of the KV cache; of eight bits hardly anybody notices it</source>
        <translation>KV 快取改用較小的類型；8 位元幾乎察覺不出差別</translation>
    </message>
    <message>
        <source>The weight format of most bits that does it; fewer bits cost some quality</source>
        <translation>做得到的格式中位元數最高的；位元越少，品質越受影響</translation>
    </message>
    <message>
        <source>The formats of most bits that do it together</source>
        <translation>兩者合起來做得到的最高位元格式</translation>
    </message>
    <message>
        <source>Automatic placement</source>
        <translation>改為自動放置</translation>
    </message>
    <message>
        <source>As much on the card as it holds, instead of the layers, experts or cache that were chosen under Placement</source>
        <translation>顯示卡放得下多少就放多少，不再照「放置位置」裡指定的層數、專家或快取位置</translation>
    </message>
    <message>
        <source>Experts of %3 layers in RAM</source>
        <translation>%3 層的專家放系統記憶體</translation>
    </message>
    <message>
        <source>All else stays on the card; a token uses few of the experts, so that this costs less speed than whole layers in RAM</source>
        <translation>其餘都留在顯示卡上；一個 token 只用到少數專家，所以比把整層移到系統記憶體更不傷速度</translation>
    </message>
    <message>
        <source>KV cache in RAM</source>
        <translation>KV 快取放系統記憶體</translation>
    </message>
    <message>
        <source>Leaves the card to the weights; a long context becomes slow</source>
        <translation>把顯示卡留給權重；上下文一長就會變慢</translation>
    </message>
    <message>
        <source>Batch of %3</source>
        <translation>批次大小 %3</translation>
    </message>
    <message>
        <source>The most sequences at the same time that fit on this card</source>
        <translation>這張顯示卡放得下的最多同時序列數</translation>
    </message>
    <message>
        <source>%3 tokens</source>
        <translation>%3 個 token</translation>
    </message>
    <message>
        <source>The longest context that fits on this card</source>
        <translation>這張顯示卡放得下的最長上下文</translation>
    </message>
    <message>
        <source>%1, KV cache in %2, %3 tokens</source>
        <translation>%1、KV 快取 %2、%3 個 token</translation>
    </message>
    <message>
        <source>Smaller weights, a smaller KV cache, and the longest context that fits on this card with them</source>
        <translation>權重與 KV 快取都改小，再配上這張顯示卡放得下的最長上下文</translation>
    </message>
    <message>
        <source>This runtime can leave layers in RAM; the format moves to the nearest that it loads</source>
        <translation>這個推論框架可以把部分層放在系統記憶體；權重格式會換成它能載入的最接近格式</translation>
    </message>
    <message>
        <source>The smallest other card that holds it; it is added to the comparison</source>
        <translation>放得下的最小其他顯示卡；會加入比較清單</translation>
    </message>
    <message>
        <source>%3 such cards</source>
        <translation>%3 張這種顯示卡</translation>
    </message>
    <message>
        <source>The fewest cards of this kind that hold it together</source>
        <translation>合起來放得下所需的最少張數</translation>
    </message>
    <message>
        <source>launch price not known</source>
        <translation>上市價格不詳</translation>
    </message>
    <message>
        <source>%1 each at launch</source>
        <extracomment>the launch price of each of several cards</extracomment>
        <translation>上市價每張 %1</translation>
    </message>
    <message>
        <source>%1 at launch</source>
        <extracomment>the launch price of a card</extracomment>
        <translation>上市價 %1</translation>
    </message>
    <message>
        <source>Sequence of %3</source>
        <translation>序列 %3</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a card and what it costs</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>This row&apos;s question takes the place of the present one</source>
        <translation>以此項目的情境取代目前的情境</translation>
    </message>
    <message>
        <source>Changes the question, and with it the other rows as well</source>
        <translation>會更改情境，其他項目也隨之改變</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a row that is not the present question, and what to do about it: &quot;vLLM: KV cache in fp8&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>架構</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>Context</source>
        <extracomment>length of a sequence</extracomment>
        <translation>上下文</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 個 token</translation>
    </message>
    <message>
        <source>Micro-batch</source>
        <translation>微批次</translation>
    </message>
    <message>
        <source>Concurrent sequences</source>
        <translation>同時處理的序列</translation>
    </message>
    <message>
        <source>Longest prompt</source>
        <translation>最長的提示</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV 快取</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>推論框架</translation>
    </message>
    <message>
        <source>Other settings</source>
        <translation>其他設定</translation>
    </message>
    <message>
        <source>A model “fits” where %1 of the usable memory stay free beside it.</source>
        <translation>可用記憶體在載入模型後還剩 %1，才算「放得下」。</translation>
    </message>
    <message>
        <source>Figures are estimates. Where a range is given, the verdict goes by its upper end.</source>
        <translation>數字都是估算值；有範圍的，判定以上限為準。</translation>
    </message>
    <message>
        <source>VRAM Sizer %1 · %2 · facts of %3</source>
        <translation>顯示記憶體估算器 %1 · %2 · 資料截至 %3</translation>
    </message>
    <message>
        <source>VRAM Sizer %1 · %2</source>
        <translation>顯示記憶體估算器 %1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>GPU memory of %1</source>
        <translation>%1 所需的顯示記憶體</translation>
    </message>
    <message>
        <source>The question</source>
        <translation>估算的情境</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>各列比較</translation>
    </message>
    <message>
        <source>What this rests on</source>
        <translation>估算的前提</translation>
    </message>
    <message>
        <source>How to run it</source>
        <translation>如何執行</translation>
    </message>
    <message>
        <source>The scenario as a link, to open in VRAM Sizer</source>
        <translation>情境連結，可用顯示記憶體估算器開啟</translation>
    </message>
    <message>
        <source>Memory in %1.</source>
        <translation>記憶體單位為 %1。</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <extracomment>at the foot of a printed page</extracomment>
        <translation>第 %1 頁，共 %2 頁</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>位元組</translation>
    </message>
    <message>
        <source>%1, low</source>
        <extracomment>the lower and the upper end of a range, in a spreadsheet</extracomment>
        <translation>%1下限</translation>
    </message>
    <message>
        <source>%1, high</source>
        <translation>%1上限</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>網頁</translation>
    </message>
    <message>
        <source>Markdown text</source>
        <translation>Markdown 文字</translation>
    </message>
    <message>
        <source>Table for spreadsheets</source>
        <translation>試算表用的表格</translation>
    </message>
    <message>
        <source>Data for programs</source>
        <translation>供程式讀取的資料</translation>
    </message>
    <message>
        <source>Chart as a drawing</source>
        <translation>向量圖表</translation>
    </message>
    <message>
        <source>Chart as a picture</source>
        <translation>圖表圖片</translation>
    </message>
    <message>
        <source>The name %1 does not say what to write. Let it end in one of: %2.</source>
        <translation>從檔名 %1 看不出格式，副檔名請用下列之一：%2。</translation>
    </message>
    <message>
        <source>The report could not be made: not enough memory.</source>
        <translation>無法產生報告：記憶體不足。</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>無法寫入檔案 %1：%2。</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>CPU only</source>
        <translation>僅 CPU</translation>
    </message>
    <message>
        <source>%1× %2</source>
        <extracomment>several equal cards: count, name</extracomment>
        <translation>%1× %2</translation>
    </message>
    <message>
        <source>Generic %1 model</source>
        <extracomment>a model known only by its number of parameters (&quot;7.0 B&quot;)</extracomment>
        <translation>%1 泛用模型</translation>
    </message>
    <message>
        <source>My machine</source>
        <translation>我的電腦</translation>
    </message>
    <message>
        <source>Mine: %1</source>
        <extracomment>the row that is the user&apos;s own machine: &quot;Mine: RTX 4090 + RTX 3090&quot;</extracomment>
        <translation>我的：%1</translation>
    </message>
</context>
<context>
    <name>RowOrder</name>
    <message>
        <source>As added</source>
        <translation>加入順序</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶體容量</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩餘空間</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>可用記憶體</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV 快取</translation>
    </message>
    <message>
        <source>Recurrent state</source>
        <translation>遞迴狀態</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>中間計算結果</translation>
    </message>
    <message>
        <source>Overhead</source>
        <translation>執行期額外開銷</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Optimizer states</source>
        <translation>最佳化器狀態</translation>
    </message>
    <message>
        <source>LoRA adapter</source>
        <translation>LoRA 轉接器</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>頻寬</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>核心數</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>TDP</source>
        <translation>熱設計功耗（TDP）</translation>
    </message>
    <message>
        <source>Launch price</source>
        <translation>上市價格</translation>
    </message>
    <message>
        <source>Decode speed</source>
        <translation>生成速度</translation>
    </message>
    <message>
        <source>Prefill speed</source>
        <translation>提示處理速度</translation>
    </message>
    <message>
        <source>Time to first token</source>
        <translation>首個 token 延遲</translation>
    </message>
    <message>
        <source>Largest context</source>
        <translation>最大上下文</translation>
    </message>
    <message>
        <source>Most users</source>
        <translation>最多使用者</translation>
    </message>
    <message>
        <source>Best weights</source>
        <translation>最佳權重格式</translation>
    </message>
    <message>
        <source>Most GPU layers</source>
        <translation>最多 GPU 層數</translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message>
        <source>%1: %2</source>
        <extracomment>screen reader: a table cell with its column</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1, %2. %3</source>
        <extracomment>screen reader: row, verdict, reason</extracomment>
        <translation>%1，%2。%3</translation>
    </message>
    <message>
        <source>%1, %2, %3 of %4</source>
        <extracomment>screen reader: row, verdict, need, usable memory</extracomment>
        <translation>%1，%2，需要 %3，可用 %4</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>顯示卡</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比較的對象</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>The model&apos;s weights in the chosen format</source>
        <translation>模型在所選格式下的權重</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV 快取</translation>
    </message>
    <message>
        <source>Keys and values of the whole context</source>
        <translation>整段上下文的鍵與值</translation>
    </message>
    <message>
        <source>Recurrent state</source>
        <translation>遞迴狀態</translation>
    </message>
    <message>
        <source>State of the layers that keep no cache; it does not grow with the context</source>
        <translation>不使用快取的層所保存的狀態，不隨上下文增長</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>中間計算結果</translation>
    </message>
    <message>
        <source>Working memory of the computation</source>
        <translation>計算時的工作記憶體</translation>
    </message>
    <message>
        <source>Overhead</source>
        <translation>執行期額外開銷</translation>
    </message>
    <message>
        <source>The driver&apos;s and the runtime&apos;s own share of every card</source>
        <translation>驅動程式與推論框架在每張顯示卡上自用的部分</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Gradients of the trained weights</source>
        <translation>受訓練權重的梯度</translation>
    </message>
    <message>
        <source>Optimizer states</source>
        <translation>最佳化器狀態</translation>
    </message>
    <message>
        <source>What the optimizer keeps for the trained weights</source>
        <translation>最佳化器為受訓練權重保存的資料</translation>
    </message>
    <message>
        <source>LoRA adapter</source>
        <translation>LoRA 轉接器</translation>
    </message>
    <message>
        <source>The adapter&apos;s own weights</source>
        <translation>轉接器本身的權重</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>總計</translation>
    </message>
    <message>
        <source>What the question needs with everything on the cards</source>
        <translation>全部放在顯示卡上時需要的量</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>範圍</translation>
    </message>
    <message>
        <source>The total lies in this interval; the verdict goes by its upper end</source>
        <translation>總計落在這個區間；判定以上限為準</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>What a process can have of all cards together</source>
        <translation>一個行程在所有顯示卡上合計能使用的量</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩餘</translation>
    </message>
    <message>
        <source>What stays free on the fullest card; negative: what is missing</source>
        <translation>最滿的那張顯示卡剩下的空間；負數代表不足的量</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Whether it fits, and how many layers lie on the card</source>
        <translation>是否放得下，以及有多少層放在顯示卡上</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>頻寬</translation>
    </message>
    <message>
        <source>VRAM bandwidth of one card; it limits the speed of generating</source>
        <translation>單張顯示卡的顯示記憶體頻寬，決定生成速度的上限</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>核心數</translation>
    </message>
    <message>
        <source>Shader cores of one card; only the same vendor&apos;s compare</source>
        <translation>單張顯示卡的著色器核心數；只適合與同廠牌相比</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Release year</source>
        <translation>發行年份</translation>
    </message>
    <message>
        <source>TDP</source>
        <translation>熱設計功耗</translation>
    </message>
    <message>
        <source>Thermal design power of one card</source>
        <translation>單張顯示卡的熱設計功耗</translation>
    </message>
    <message>
        <source>Memory type</source>
        <translation>記憶體類型</translation>
    </message>
    <message>
        <source>Kind of the card&apos;s memory</source>
        <translation>顯示卡記憶體的種類</translation>
    </message>
    <message>
        <source>Launch price</source>
        <translation>上市價格</translation>
    </message>
    <message>
        <source>Price of one card in US dollars when it was released</source>
        <translation>單張顯示卡發行時的美元價格</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>架構</translation>
    </message>
    <message>
        <source>The card&apos;s own architecture</source>
        <translation>顯示卡本身的架構</translation>
    </message>
    <message>
        <source>Decode</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Speed of generating for one user, at the beginning of the context</source>
        <translation>單一使用者的生成速度，在上下文剛開始時</translation>
    </message>
    <message>
        <source>Prefill</source>
        <translation>提示處理</translation>
    </message>
    <message>
        <source>Speed of reading the prompt</source>
        <translation>處理提示的速度</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首個 token</translation>
    </message>
    <message>
        <source>Time from the prompt to the first token of the answer</source>
        <translation>從送出提示到答案第一個 token 的時間</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Speed of training, all cards together</source>
        <translation>所有顯示卡合計的訓練速度</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Whether the speed reaches what you aim at</source>
        <translation>速度是否達到您設定的目標</translation>
    </message>
    <message>
        <source>Largest context</source>
        <translation>最大上下文</translation>
    </message>
    <message>
        <source>The longest context that fits with the margin free, up to the model&apos;s own</source>
        <translation>保留安全餘裕時放得下的最長上下文，以模型本身的上限為止</translation>
    </message>
    <message>
        <source>Most users</source>
        <translation>最多使用者</translation>
    </message>
    <message>
        <source>Sequences of this context at once that fit with the margin free</source>
        <translation>以目前的上下文長度，保留安全餘裕時可同時處理的序列數</translation>
    </message>
    <message>
        <source>Best weights</source>
        <translation>最佳權重格式</translation>
    </message>
    <message>
        <source>The weight format of most bits, from 3 to 16, that fits with the margin free</source>
        <translation>保留安全餘裕時放得下、位元數最多的權重格式（3 到 16 位元）</translation>
    </message>
    <message>
        <source>Most GPU layers</source>
        <translation>最多 GPU 層數</translation>
    </message>
    <message>
        <source>Layers that the cards hold with the margin free, the rest in RAM (llama.cpp)</source>
        <translation>保留安全餘裕時顯示卡放得下的層數，其餘放在系統記憶體（llama.cpp）</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>Agrees</source>
        <translation>相符</translation>
    </message>
    <message>
        <source>More than the rule</source>
        <translation>比法則多</translation>
    </message>
    <message>
        <source>Less than the rule</source>
        <translation>比法則少</translation>
    </message>
    <message>
        <source>Recommended too little</source>
        <translation>建議得太少</translation>
    </message>
    <message>
        <source>Generous</source>
        <translation>建議得寬裕</translation>
    </message>
    <message>
        <source>Promises too much</source>
        <translation>說得太樂觀</translation>
    </message>
    <message>
        <source>Better than said</source>
        <translation>比說的好</translation>
    </message>
    <message>
        <source>%1 (without it: %2)</source>
        <extracomment>a reason why the program&apos;s figure is another than a rule&apos;s; the figure without that effect</extracomment>
        <translation>%1（若無此因素：%2）</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <extracomment>two reasons, one after the other</extracomment>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>size of a card, what is run on it: &quot;8 GB: 7B, INT4 inference&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <extracomment>verdict, upper end of the need, usable memory: &quot;Tight: 15.1 of 15.9 GiB&quot;</extracomment>
        <translation>%1：需要 %2，可用 %3</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <extracomment>memory of a card: &quot;60 GB and more&quot;</extracomment>
        <translation>%1 以上</translation>
    </message>
    <message>
        <source>%1; fits on %2</source>
        <extracomment>the need, the smallest usual card that holds it with a margin: &quot;6.3 GiB; fits on 12 GB&quot;</extracomment>
        <translation>%1；%2 卡放得下</translation>
    </message>
    <message>
        <source>%1: %2, %3 cores</source>
        <extracomment>a card: its name, its memory, its number of cores</extracomment>
        <translation>%1：%2，%3 個核心</translation>
    </message>
    <message>
        <source>wins with more memory</source>
        <translation>記憶體較多，勝出</translation>
    </message>
    <message>
        <source>loses in spite of its cores</source>
        <translation>核心雖多，仍落敗</translation>
    </message>
    <message>
        <source>&amp;Rules</source>
        <translation>法則(&amp;R)</translation>
    </message>
    <message>
        <source>Reference &amp;table</source>
        <translation>參考表(&amp;T)</translation>
    </message>
    <message>
        <source>What a card is &amp;good for</source>
        <translation>各容量的卡適合什麼(&amp;G)</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>法則</translation>
    </message>
    <message>
        <source>The rule</source>
        <translation>法則的數字</translation>
    </message>
    <message>
        <source>Model and use</source>
        <translation>模型與用途</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>建議</translation>
    </message>
    <message>
        <source>Card and use</source>
        <translation>顯示卡與用途</translation>
    </message>
    <message>
        <source>Said to be</source>
        <translation>一般說法</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>條件</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>本程式</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>是否相符</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>FP32: bytes per parameter</source>
        <translation>FP32：每個參數的位元組數</translation>
    </message>
    <message>
        <source>FP16 or BF16: bytes per parameter</source>
        <translation>FP16 或 BF16：每個參數的位元組數</translation>
    </message>
    <message>
        <source>INT8: bytes per parameter</source>
        <translation>INT8：每個參數的位元組數</translation>
    </message>
    <message>
        <source>INT4: bytes per parameter</source>
        <translation>INT4：每個參數的位元組數</translation>
    </message>
    <message>
        <source>Weights of a 7B in FP16</source>
        <translation>7B 模型的 FP16 權重</translation>
    </message>
    <message>
        <source>Weights of a 13B in FP16</source>
        <translation>13B 模型的 FP16 權重</translation>
    </message>
    <message>
        <source>Weights of a 7B in INT4</source>
        <translation>7B 模型的 INT4 權重</translation>
    </message>
    <message>
        <source>Activations and temporary buffers, of the weights</source>
        <translation>中間計算結果與暫存緩衝，占權重的比例</translation>
    </message>
    <message>
        <source>Inference with a usual context, of the weights</source>
        <translation>一般上下文長度的推論，為權重的倍數</translation>
    </message>
    <message>
        <source>INT4 with a longer context, of the weights</source>
        <translation>INT4 加較長的上下文，為權重的倍數</translation>
    </message>
    <message>
        <source>A context of 32K or more, of a short one’s need</source>
        <translation>32K 以上的上下文，為短上下文需求的倍數</translation>
    </message>
    <message>
        <source>Eight sequences at once, of the cache of one</source>
        <translation>同時八個序列，為單一序列快取的倍數</translation>
    </message>
    <message>
        <source>LoRA and QLoRA, of inference</source>
        <translation>LoRA 與 QLoRA，為推論的倍數</translation>
    </message>
    <message>
        <source>Training: activations, gradients and optimizer states, of the weights</source>
        <translation>訓練：中間計算結果、梯度與最佳化器狀態，為權重的倍數</translation>
    </message>
    <message>
        <source>Full training with Adam, of inference</source>
        <translation>以 Adam 全參數訓練，為推論的倍數</translation>
    </message>
    <message>
        <source>Adam’s states alone, of the 16-bit weights</source>
        <translation>單算 Adam 的狀態，為 16 位元權重的倍數</translation>
    </message>
    <message>
        <source>A service that must not fail: margin on top</source>
        <translation>不容中斷的服務：外加的安全餘裕</translation>
    </message>
    <message>
        <source>1B to 3B, INT4 inference</source>
        <translation>1B 到 3B，INT4 推論</translation>
    </message>
    <message>
        <source>7B, INT4 inference</source>
        <translation>7B，INT4 推論</translation>
    </message>
    <message>
        <source>7B, INT8 inference</source>
        <translation>7B，INT8 推論</translation>
    </message>
    <message>
        <source>7B, FP16 inference</source>
        <translation>7B，FP16 推論</translation>
    </message>
    <message>
        <source>8B, FP16 inference</source>
        <translation>8B，FP16 推論</translation>
    </message>
    <message>
        <source>QLoRA of a 7B</source>
        <translation>7B 的 QLoRA 微調</translation>
    </message>
    <message>
        <source>Full training of a 7B</source>
        <translation>7B 的全參數訓練</translation>
    </message>
    <message>
        <source>13B, INT4 inference</source>
        <translation>13B，INT4 推論</translation>
    </message>
    <message>
        <source>13B, INT8 inference</source>
        <translation>13B，INT8 推論</translation>
    </message>
    <message>
        <source>13B, FP16 inference</source>
        <translation>13B，FP16 推論</translation>
    </message>
    <message>
        <source>13B, FP16 inference, long context</source>
        <translation>13B，FP16 推論，長上下文</translation>
    </message>
    <message>
        <source>Light fine-tuning of a 13B</source>
        <translation>13B 的輕量微調</translation>
    </message>
    <message>
        <source>30B to 34B, INT4 inference</source>
        <translation>30B 到 34B，INT4 推論</translation>
    </message>
    <message>
        <source>30B to 34B, FP16 inference</source>
        <translation>30B 到 34B，FP16 推論</translation>
    </message>
    <message>
        <source>70B, INT4 inference</source>
        <translation>70B，INT4 推論</translation>
    </message>
    <message>
        <source>70B, FP16 inference</source>
        <translation>70B，FP16 推論</translation>
    </message>
    <message>
        <source>QLoRA of a 70B</source>
        <translation>70B 的 QLoRA 微調</translation>
    </message>
    <message>
        <source>A small team’s service, 8B</source>
        <translation>小團隊的服務，8B</translation>
    </message>
    <message>
        <source>scales of the format’s blocks</source>
        <translation>量化區塊要存縮放係數</translation>
    </message>
    <message>
        <source>embeddings and output layer have more bits</source>
        <translation>嵌入層與輸出層的位元數較高</translation>
    </message>
    <message>
        <source>the name rounds the number of parameters</source>
        <translation>名稱裡的參數量是約數</translation>
    </message>
    <message>
        <source>the recommendation is for the largest of these models</source>
        <translation>建議是照這一級裡最大的模型給的</translation>
    </message>
    <message>
        <source>grouped-query attention: a small cache</source>
        <translation>有分組查詢注意力，快取較小</translation>
    </message>
    <message>
        <source>no grouped-query attention: a large cache</source>
        <translation>沒有分組查詢注意力，快取較大</translation>
    </message>
    <message>
        <source>the cache stays 16-bit while the weights shrink</source>
        <translation>權重縮小了，快取仍是 16 位元</translation>
    </message>
    <message>
        <source>the prompt goes in steps, with flash attention</source>
        <translation>提示分批處理，並使用 Flash Attention</translation>
    </message>
    <message>
        <source>what the runtime takes for itself</source>
        <translation>推論框架自身的占用</translation>
    </message>
    <message>
        <source>the long context</source>
        <translation>上下文很長</translation>
    </message>
    <message>
        <source>checkpointing recomputes activations</source>
        <translation>用了檢查點，中間計算結果改為重算</translation>
    </message>
    <message>
        <source>logits of a large vocabulary</source>
        <translation>詞彙表大，logits 也大</translation>
    </message>
    <message>
        <source>one sequence at a time</source>
        <translation>一次只有一個序列</translation>
    </message>
    <message>
        <source>the base model is frozen</source>
        <translation>基礎模型是凍結的</translation>
    </message>
    <message>
        <source>an optimizer with smaller states</source>
        <translation>最佳化器的狀態較小</translation>
    </message>
    <message>
        <source>no 32-bit copies of the parameters</source>
        <translation>參數沒有 32 位元的副本</translation>
    </message>
    <message>
        <source>the runtime is known</source>
        <translation>推論框架是已知的</translation>
    </message>
    <message>
        <source>comfortable</source>
        <translation>很寬裕</translation>
    </message>
    <message>
        <source>suits</source>
        <translation>適合</translation>
    </message>
    <message>
        <source>at a push</source>
        <translation>勉強可用</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>吃緊</translation>
    </message>
    <message>
        <source>not enough</source>
        <translation>不夠</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <extracomment>of the context</extracomment>
        <translation>%1 個 token</translation>
    </message>
    <message>
        <source>%1 sequences</source>
        <extracomment>at once: two and more</extracomment>
        <translation>%1 個序列</translation>
    </message>
    <message>
        <source>%1. The figures are card sizes; as it is, it takes %2.</source>
        <extracomment>reasons; what the figures in them are</extracomment>
        <translation>%1。數字是所需顯示卡的容量；照現狀需要 %2。</translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message>
        <source>Make the file in this format first</source>
        <translation>先製作這種格式的檔案</translation>
    </message>
    <message>
        <source>Start the server</source>
        <translation>啟動伺服器</translation>
    </message>
    <message>
        <source>Chat in the terminal</source>
        <translation>在終端機中對話</translation>
    </message>
    <message>
        <source>Environment of the server</source>
        <translation>伺服器的環境變數</translation>
    </message>
    <message>
        <source>Modelfile</source>
        <translation>Modelfile</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Settings to enter</source>
        <translation>要填入的設定</translation>
    </message>
    <message>
        <source>Linux, macOS (bash, zsh)</source>
        <translation>Linux、macOS 終端機（bash、zsh）</translation>
    </message>
    <message>
        <source>Windows PowerShell</source>
        <translation>Windows 的 PowerShell</translation>
    </message>
    <message>
        <source>Windows command prompt (cmd)</source>
        <translation>Windows 命令提示字元（cmd）</translation>
    </message>
    <message>
        <source>%1 of %2, within the range</source>
        <extracomment>what was seen against the estimate: difference, estimate (&quot;+3.1 % of 20.5 GiB, within the range&quot;)</extracomment>
        <translation>與 %2 相差 %1，在範圍內</translation>
    </message>
    <message>
        <source>%1 of %2, outside the range</source>
        <translation>與 %2 相差 %1，超出範圍</translation>
    </message>
    <message>
        <source>Estimate: %1</source>
        <extracomment>beside an empty box for what was seen: the estimate</extracomment>
        <translation>估算：%1</translation>
    </message>
</context>
<context>
    <name>RuntimeOption</name>
    <message>
        <source>Recorded kernels that make short steps faster and stay in memory; off with eager execution</source>
        <translation>預先錄下的運算核心，讓短步驟更快，會一直占用記憶體；逐步執行(eager)時關閉</translation>
    </message>
    <message>
        <source>Most tokens that one step processes, of all sequences together</source>
        <translation>單一步驟最多處理的 token 數，所有序列合計</translation>
    </message>
    <message>
        <source>Most sequences that run at the same time</source>
        <translation>同時執行的序列數上限</translation>
    </message>
    <message>
        <source>Tokens of a prompt that are processed at once</source>
        <translation>提示一次處理的 token 數</translation>
    </message>
    <message>
        <source>Tokens in one page of the cache</source>
        <translation>快取一頁的 token 數</translation>
    </message>
    <message>
        <source>Logical batch</source>
        <translation>邏輯批次</translation>
    </message>
    <message>
        <source>Tokens that the program hands over at once (-b)</source>
        <translation>程式一次交付的 token 數(-b)</translation>
    </message>
    <message>
        <source>Micro-batch</source>
        <translation>微批次</translation>
    </message>
    <message>
        <source>Tokens that one graph computes (-ub); the working buffer grows with it</source>
        <translation>一張計算圖處理的 token 數(-ub)；工作緩衝區隨之變大</translation>
    </message>
    <message>
        <source>Unified KV cache</source>
        <translation>統一 KV 快取</translation>
    </message>
    <message>
        <source>One cache that all sequences share (-kvu)</source>
        <translation>所有序列共用一份快取(-kvu)</translation>
    </message>
    <message>
        <source>Full windows</source>
        <translation>完整視窗</translation>
    </message>
    <message>
        <source>Layers with a sliding window keep the whole context (--swa-full)</source>
        <translation>使用滑動視窗的層也保留整個上下文(--swa-full)</translation>
    </message>
    <message>
        <source>Share of the card</source>
        <translation>顯示卡占比</translation>
    </message>
    <message>
        <source>Part of the card that vLLM takes (gpu_memory_utilization)</source>
        <translation>vLLM 占用顯示卡的比例(gpu_memory_utilization)</translation>
    </message>
    <message>
        <source>Tokens a step</source>
        <translation>每步 token</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>序列數</translation>
    </message>
    <message>
        <source>CUDA graphs</source>
        <translation>啟用 CUDA Graphs</translation>
    </message>
    <message>
        <source>Static share</source>
        <translation>靜態占比</translation>
    </message>
    <message>
        <source>Part of the card for weights and cache (mem_fraction_static)</source>
        <translation>顯示卡留給權重與快取的比例(mem_fraction_static)</translation>
    </message>
    <message>
        <source>Prompt chunk</source>
        <translation>提示分塊</translation>
    </message>
    <message>
        <source>Largest graph</source>
        <translation>最大計算圖</translation>
    </message>
    <message>
        <source>Sequences of the largest CUDA graph (cuda_graph_max_bs)</source>
        <translation>最大的 CUDA Graph 涵蓋的序列數(cuda_graph_max_bs)</translation>
    </message>
    <message>
        <source>Page size</source>
        <translation>頁大小</translation>
    </message>
    <message>
        <source>Cache share</source>
        <translation>快取占比</translation>
    </message>
    <message>
        <source>Part of what is left that the cache takes (free_gpu_memory_fraction)</source>
        <translation>快取占用剩餘記憶體的比例(free_gpu_memory_fraction)</translation>
    </message>
</context>
<context>
    <name>Scenario</name>
    <message>
        <source>%1 tokens</source>
        <translation>%1 個 token</translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation>批次 %1</translation>
    </message>
    <message>
        <source>KV %1</source>
        <translation>KV %1</translation>
    </message>
    <message>
        <source>draft model %1</source>
        <extracomment>a smaller model for speculative decoding: &quot;draft model Qwen3 0.6B&quot;</extracomment>
        <translation>草稿模型 %1</translation>
    </message>
    <message>
        <source>LoRA rank %1</source>
        <translation>LoRA 秩 %1</translation>
    </message>
    <message>
        <source>with vision part</source>
        <translation>含視覺部分</translation>
    </message>
    <message>
        <source>micro-batch %1</source>
        <translation>微批次 %1</translation>
    </message>
    <message>
        <source>%1 mixed</source>
        <extracomment>mixed precision: &quot;BF16 mixed&quot;</extracomment>
        <translation>%1 混合精度</translation>
    </message>
</context>
<context>
    <name>ScenarioDocument</name>
    <message>
        <source>it is a folder</source>
        <translation>這是資料夾</translation>
    </message>
    <message>
        <source>it is not an ordinary file</source>
        <translation>這不是一般檔案</translation>
    </message>
</context>
<context>
    <name>Sides</name>
    <message>
        <source>Only %1 holds everything on its cards.</source>
        <translation>只有 %1 的顯示卡放得下全部內容。</translation>
    </message>
    <message>
        <source>%1 holds everything on its cards, %2 does not.</source>
        <translation>%1 的顯示卡放得下全部內容，%2 放不下。</translation>
    </message>
    <message>
        <source>That %2 has %3 times as many cores does not help: it lacks the memory.</source>
        <translation>%2 的核心數雖然是 %3 倍，但記憶體不夠，幫不上忙。</translation>
    </message>
    <message>
        <source>Both hold it, but only %1 keeps the safety margin free.</source>
        <translation>兩者都放得下，但只有 %1 還留得住安全餘裕。</translation>
    </message>
    <message>
        <source>Neither holds it, but %1 runs with a part in system memory.</source>
        <translation>兩者都放不下，但 %1 把一部分放到系統記憶體後還能執行。</translation>
    </message>
    <message>
        <source>%1 needs system memory for fewer layers than %2.</source>
        <translation>與 %2 相比，%1 放到系統記憶體的層數較少。</translation>
    </message>
    <message>
        <source>None of them holds it, not even with a part in system memory.</source>
        <translation>全部都放不下，即使把一部分放到系統記憶體也不行。</translation>
    </message>
    <message>
        <source>%1 generates %3 times as fast as %2.</source>
        <translation>%1 的生成速度是 %2 的 %3 倍。</translation>
    </message>
    <message>
        <source>Its memory bandwidth decides: %3 times that of %2.</source>
        <translation>關鍵在顯示記憶體頻寬：是 %2 的 %3 倍。</translation>
    </message>
    <message>
        <source>Generating is a tie between %1 and %2: the difference lies within the ranges of the estimates.</source>
        <translation>%1 與 %2 的生成速度不分上下：差距在估算範圍之內。</translation>
    </message>
    <message>
        <source>%1 reads prompts %3 times as fast as %2.</source>
        <translation>%1 處理提示的速度是 %2 的 %3 倍。</translation>
    </message>
    <message>
        <source>%1 has %3 times the compute of %2.</source>
        <translation>%1 的算力是 %2 的 %3 倍。</translation>
    </message>
    <message>
        <source>%1 trains %3 times as fast as %2.</source>
        <translation>%1 的訓練速度是 %2 的 %3 倍。</translation>
    </message>
    <message>
        <source>%1 leaves %4 more free than %2, for longer contexts or more users.</source>
        <translation>%1 比 %2 多剩下 %4，可用於更長的上下文或更多使用者。</translation>
    </message>
    <message>
        <source>A tie: for this question nothing that is known puts %1 or %2 ahead.</source>
        <translation>平手：就這個問題而言，已知的資料分不出 %1 與 %2 的高下。</translation>
    </message>
    <message>
        <source>The models or tasks differ, so there is no winner.</source>
        <translation>模型或任務不同，無法分出高下。</translation>
    </message>
    <message>
        <source>The settings differ as well: what is faster or smaller may answer worse.</source>
        <translation>設定也不相同：較快或較省記憶體的，回答品質可能較差。</translation>
    </message>
    <message>
        <source>%1 has %3 times the memory bandwidth of %2, which generating waits for.</source>
        <translation>%1 的顯示記憶體頻寬是 %2 的 %3 倍，而生成速度正受限於頻寬。</translation>
    </message>
    <message>
        <source>%1 is ahead.</source>
        <extracomment>the conclusion of a comparison: what is best for this question</extracomment>
        <translation>%1 較佳。</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Whether everything lies on the cards</source>
        <translation>全部內容是否都放在顯示卡上</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>需求</translation>
    </message>
    <message>
        <source>With everything on the cards, and its range</source>
        <translation>全部放在顯示卡上時的需求及其範圍</translation>
    </message>
    <message>
        <source>Left over</source>
        <translation>剩餘空間</translation>
    </message>
    <message>
        <source>On the fullest card; negative: what is missing</source>
        <translation>以最滿的一張顯示卡計；負值表示還缺多少</translation>
    </message>
    <message>
        <source>Longest context</source>
        <translation>最長上下文</translation>
    </message>
    <message>
        <source>That fits with the safety margin, up to what the model was made for</source>
        <translation>保留安全餘裕時放得下的長度，最多到模型的設計上限</translation>
    </message>
    <message>
        <source>Layers on the GPU</source>
        <translation>放在 GPU 的層數</translation>
    </message>
    <message>
        <source>As placed, the output layer included</source>
        <translation>實際配置的層數，包含輸出層</translation>
    </message>
    <message>
        <source>Generating (decode)</source>
        <translation>生成（decode）</translation>
    </message>
    <message>
        <source>For one user, at the beginning of the context</source>
        <translation>單一使用者，在上下文開頭時</translation>
    </message>
    <message>
        <source>Prompt (prefill)</source>
        <translation>提示處理（prefill）</translation>
    </message>
    <message>
        <source>Speed of reading the prompt</source>
        <translation>處理提示的速度</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首個 token</translation>
    </message>
    <message>
        <source>Time from the prompt to the first token of the answer</source>
        <translation>從送出提示到答案第一個 token 的時間</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>All cards together</source>
        <translation>所有顯示卡合計</translation>
    </message>
    <message>
        <source>Speed per watt</source>
        <translation>每瓦速度</translation>
    </message>
    <message>
        <source>Generating for all users together, by the cards&apos; thermal design power</source>
        <translation>所有使用者合計的生成速度，除以顯示卡的熱設計功耗</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>核心數</translation>
    </message>
    <message>
        <source>Shader cores of all cards; only the same vendor&apos;s compare</source>
        <translation>所有顯示卡的著色器核心；只有同一廠商的才能互相比較</translation>
    </message>
    <message>
        <source>Memory bandwidth</source>
        <translation>顯示記憶體頻寬</translation>
    </message>
    <message>
        <source>Of one card, the slowest one</source>
        <translation>單張顯示卡，以最慢的一張計</translation>
    </message>
    <message>
        <source>VRAM</source>
        <translation>顯示記憶體（VRAM）</translation>
    </message>
    <message>
        <source>Of all cards, as sold</source>
        <translation>所有顯示卡合計的標示容量</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>可用記憶體</translation>
    </message>
    <message>
        <source>What a process can have of all cards together</source>
        <translation>一個行程在所有顯示卡上合計能使用的量</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>算力</translation>
    </message>
    <message>
        <source>16-bit matrix operations of all cards together, without sparsity</source>
        <translation>所有顯示卡合計的 16 位元矩陣運算，不計稀疏加速</translation>
    </message>
    <message>
        <source>TDP</source>
        <translation>熱設計功耗（TDP）</translation>
    </message>
    <message>
        <source>Thermal design power of all cards together</source>
        <translation>所有顯示卡合計的熱設計功耗</translation>
    </message>
    <message>
        <source>Launch price</source>
        <translation>上市價格</translation>
    </message>
    <message>
        <source>Of all cards in US dollars when they were released, where it is known</source>
        <translation>所有顯示卡上市時的美元價格；不詳時留空</translation>
    </message>
    <message>
        <source>Price per GB</source>
        <translation>每 GB 價格</translation>
    </message>
    <message>
        <source>Launch price by VRAM</source>
        <translation>上市價格除以顯示記憶體容量</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Release year of the oldest card</source>
        <translation>最舊一張顯示卡的發行年份</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>電腦</translation>
    </message>
    <message>
        <source>Its cards</source>
        <translation>其中的顯示卡</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>What is asked about</source>
        <translation>所問的內容</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>Weight format</source>
        <translation>權重格式</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文長度</translation>
    </message>
    <message>
        <source>Tokens of one sequence</source>
        <translation>單一序列的 token 數</translation>
    </message>
    <message>
        <source>Sequences at once</source>
        <translation>同時序列數</translation>
    </message>
    <message>
        <source>Concurrent requests; in training the micro-batch</source>
        <translation>同時請求數；訓練時為微批次</translation>
    </message>
    <message>
        <source>KV cache format</source>
        <translation>KV 快取格式</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>推論框架</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>硬體</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 個 token</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>layers on the cards, layers of the model: &quot;33 of 41&quot;</extracomment>
        <translation>%1／%2</translation>
    </message>
</context>
<context>
    <name>SliderTrack</name>
    <message>
        <source>Fits up to %1.</source>
        <translation>最多到 %1 放得下。</translation>
    </message>
    <message>
        <source>Tight up to %1.</source>
        <translation>最多到 %1，但已吃緊。</translation>
    </message>
    <message>
        <source>Fits up to %1 on %2.</source>
        <extracomment>%1 is a value of a slider with its unit, %2 a card: &quot;Fits up to 41,216 tokens on RTX 4090.&quot;</extracomment>
        <translation>在 %2 上最多到 %1 放得下。</translation>
    </message>
    <message>
        <source>Tight up to %1 on %2.</source>
        <translation>在 %2 上最多到 %1，但已吃緊。</translation>
    </message>
</context>
<context>
    <name>Speed</name>
    <message>
        <source>limited by memory bandwidth</source>
        <translation>受顯示記憶體頻寬限制</translation>
    </message>
    <message>
        <source>limited by compute</source>
        <translation>受算力限制</translation>
    </message>
    <message>
        <source>limited by PCIe</source>
        <translation>受 PCIe 限制</translation>
    </message>
    <message>
        <source>limited by RAM bandwidth</source>
        <translation>受系統記憶體頻寬限制</translation>
    </message>
    <message>
        <source>First token in time</source>
        <translation>首個 token 及時</translation>
    </message>
    <message>
        <source>Fast enough</source>
        <translation>夠快</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>達標</translation>
    </message>
    <message>
        <source>First token perhaps in time</source>
        <translation>首個 token 或許及時</translation>
    </message>
    <message>
        <source>Perhaps fast enough</source>
        <translation>或許夠快</translation>
    </message>
    <message>
        <source>Perhaps</source>
        <translation>或許</translation>
    </message>
    <message>
        <source>First token too late</source>
        <translation>首個 token 太慢</translation>
    </message>
    <message>
        <source>Too slow</source>
        <translation>太慢</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>未達標</translation>
    </message>
</context>
<context>
    <name>Task</name>
    <message>
        <source>Inference</source>
        <translation>推論</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>QLoRA</source>
        <translation>QLoRA</translation>
    </message>
    <message>
        <source>Full training</source>
        <translation>全參數訓練</translation>
    </message>
</context>
<context>
    <name>TrainingOption</name>
    <message>
        <source>Fine-tuning (SFT)</source>
        <translation>微調（SFT）</translation>
    </message>
    <message>
        <source>Pre-training</source>
        <translation>從頭訓練</translation>
    </message>
    <message>
        <source>BF16 mixed, FP32 master</source>
        <translation>BF16 混合精度，FP32 主副本</translation>
    </message>
    <message>
        <source>Pure BF16</source>
        <translation>純 BF16</translation>
    </message>
    <message>
        <source>FP16 mixed, FP32 master</source>
        <translation>FP16 混合精度，FP32 主副本</translation>
    </message>
    <message>
        <source>FP8 mixed</source>
        <translation>FP8 混合精度</translation>
    </message>
    <message>
        <source>Off: keep everything</source>
        <translation>關閉：全部保留</translation>
    </message>
    <message>
        <source>Selective</source>
        <translation>選擇性</translation>
    </message>
    <message>
        <source>Every layer</source>
        <translation>每一層</translation>
    </message>
    <message>
        <source>Every layer, kept in RAM</source>
        <translation>每一層，放系統記憶體</translation>
    </message>
    <message>
        <source>All linear layers</source>
        <translation>所有線性層</translation>
    </message>
    <message>
        <source>Attention (q, k, v, o)</source>
        <translation>注意力（q, k, v, o）</translation>
    </message>
    <message>
        <source>Feed-forward</source>
        <translation>前饋層</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>專家</translation>
    </message>
    <message>
        <source>All linear, embedding and head</source>
        <translation>所有線性層、嵌入與輸出層</translation>
    </message>
    <message>
        <source>None: a copy on each card (DDP)</source>
        <translation>不分攤：每卡一份（DDP）</translation>
    </message>
    <message>
        <source>All logits at once</source>
        <translation>一次算出全部 logits</translation>
    </message>
    <message>
        <source>In chunks</source>
        <translation>分段</translation>
    </message>
    <message>
        <source>Fused with the head (Liger)</source>
        <translation>與輸出層融合（Liger）</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不放</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>最佳化器</translation>
    </message>
    <message>
        <source>Optimizer and parameters</source>
        <translation>最佳化器與參數</translation>
    </message>
    <message>
        <source>On</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>LoRA rank</source>
        <translation>LoRA 秩</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目標層</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Mixed precision keeps 32-bit parameters beside the 16-bit ones: 16 to 20 bytes a parameter with AdamW; pure BF16 takes 8 to 10</source>
        <translation>混合精度在 16 位元參數之外另存 32 位元參數：AdamW 每個參數 16 到 20 位元組；純 BF16 為 8 到 10</translation>
    </message>
    <message>
        <source>AdamW keeps two states for every trained parameter, 8-bit AdamW a byte each, Lion one, Adafactor nearly none</source>
        <translation>AdamW 為每個訓練的參數保留兩個狀態，8 位元 AdamW 各占一位元組，Lion 一個，Adafactor 幾乎沒有</translation>
    </message>
    <message>
        <source>Checkpointing</source>
        <translation>檢查點</translation>
    </message>
    <message>
        <source>Keeps only the input of each layer and computes the rest again in the backward pass: much less memory, about a third more time</source>
        <translation>只保留各層的輸入，其餘在反向傳播時重算：記憶體少很多，時間約多三分之一</translation>
    </message>
    <message>
        <source>Accumulation</source>
        <translation>梯度累積</translation>
    </message>
    <message>
        <source>Micro-batches whose gradients are summed before one step: a larger batch without more activations</source>
        <translation>更新一步前累加梯度的微批次數：批次變大，中間計算結果不變多</translation>
    </message>
    <message>
        <source>Several cards</source>
        <translation>多張卡</translation>
    </message>
    <message>
        <source>What data-parallel cards share out: optimizer states (ZeRO-1), gradients (ZeRO-2), parameters too (ZeRO-3, FSDP)</source>
        <translation>資料平行的各卡分攤什麼：最佳化器狀態（ZeRO-1）、梯度（ZeRO-2）、連同參數（ZeRO-3、FSDP）</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Preference and reinforcement methods load further models and generate; their estimates are wider</source>
        <translation>偏好與強化學習方法會載入其他模型並生成內容；估算範圍較寬</translation>
    </message>
    <message>
        <source>Flash attention</source>
        <translation>Flash attention</translation>
    </message>
    <message>
        <source>Without it scores grow with the square of the sequence</source>
        <translation>不用時，注意力分數隨序列長度的平方增加</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失函數</translation>
    </message>
    <message>
        <source>How the logits over the vocabulary become the loss: often the largest share of the activations</source>
        <translation>詞彙表上的 logits 如何變成損失：往往占中間計算結果的最大部分</translation>
    </message>
    <message>
        <source>Fused kernels</source>
        <translation>融合核心函式</translation>
    </message>
    <message>
        <source>Norms and activation functions in one kernel each (Liger, Unsloth): fewer values are kept</source>
        <translation>正規化與激勵函數各用一個核心函式（Liger、Unsloth）：保留的數值較少</translation>
    </message>
    <message>
        <source>Weight-decomposed adapters: a magnitude for every row more</source>
        <translation>權重分解的轉接器：每列多一個幅度</translation>
    </message>
    <message>
        <source>LoRA dropout</source>
        <translation>LoRA 丟棄率</translation>
    </message>
    <message>
        <source>Above 0 every adapter keeps a mask of its input</source>
        <translation>大於 0 時，每個轉接器都保留輸入的遮罩</translation>
    </message>
    <message>
        <source>Adapters</source>
        <translation>轉接器數</translation>
    </message>
    <message>
        <source>Held at once; one of them is trained</source>
        <translation>同時保留的數量；訓練其中一個</translation>
    </message>
    <message>
        <source>Train embedding</source>
        <translation>訓練嵌入層</translation>
    </message>
    <message>
        <source>Off: embedding and head are frozen, without gradients and states</source>
        <translation>關閉：嵌入與輸出層凍結，沒有梯度與狀態</translation>
    </message>
    <message>
        <source>Step in backward</source>
        <translation>反向時更新</translation>
    </message>
    <message>
        <source>Each layer is updated as its gradient arrives: one layer&apos;s gradient instead of all</source>
        <translation>梯度一到就更新該層：只需一層的梯度</translation>
    </message>
    <message>
        <source>Offload to RAM</source>
        <translation>放到系統記憶體</translation>
    </message>
    <message>
        <source>Moved to system memory and back in every step: slow, and much RAM</source>
        <translation>每一步都在系統記憶體與顯示卡間搬移：慢，且需要很多記憶體</translation>
    </message>
    <message>
        <source>Layers a checkpoint</source>
        <translation>每檢查點層數</translation>
    </message>
    <message>
        <source>One checkpoint for so many layers, which are computed again together</source>
        <translation>每這麼多層設一個檢查點，並一起重算</translation>
    </message>
    <message>
        <source>Tensor parallel</source>
        <translation>張量平行</translation>
    </message>
    <message>
        <source>Cards that share every matrix; the degrees multiplied have to divide the number of cards</source>
        <translation>共同分攤每個矩陣的卡數；各平行度相乘須能整除卡數</translation>
    </message>
    <message>
        <source>Context parallel</source>
        <translation>上下文平行</translation>
    </message>
    <message>
        <source>Cards that share a sequence</source>
        <translation>共同分攤一條序列的卡數</translation>
    </message>
    <message>
        <source>Pipeline parallel</source>
        <translation>管線平行</translation>
    </message>
    <message>
        <source>Stages of layers; the first one keeps a micro-batch for every stage</source>
        <translation>由若干層組成的階段；第一個階段為每個階段保留一個微批次</translation>
    </message>
    <message>
        <source>Expert parallel</source>
        <translation>專家平行</translation>
    </message>
    <message>
        <source>Cards that share the experts</source>
        <translation>共同分攤專家的卡數</translation>
    </message>
    <message>
        <source>Compile</source>
        <translation>編譯</translation>
    </message>
    <message>
        <source>torch.compile: compiled layers keep fewer values for the backward pass</source>
        <translation>torch.compile：編譯後的層為反向傳播保留較少的數值</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>預設</translation>
    </message>
    <message>
        <source>Width of the adapter; its size, gradients and states grow with it. Any whole number can be typed.</source>
        <translation>轉接器的寬度；其大小、梯度與最佳化器狀態都隨之成長。可直接輸入任何整數。</translation>
    </message>
    <message>
        <source>The matrices that get an adapter: the more and the larger they are, the more memory it takes, and the more inputs are kept</source>
        <translation>要加上轉接器的矩陣：數量越多、尺寸越大，佔用的記憶體越多，要保留的輸入也越多</translation>
    </message>
    <message>
        <source>Optimizer rank</source>
        <translation>最佳化器的秩</translation>
    </message>
    <message>
        <source>Rank of the space in which GaLore and APOLLO keep their states; the states grow with it</source>
        <translation>GaLore 與 APOLLO 存放狀態的低秩空間的秩；狀態隨之變大</translation>
    </message>
    <message>
        <source>Sequence parallel</source>
        <translation>序列平行</translation>
    </message>
    <message>
        <source>Norms and residuals are shared too, not only the matrices</source>
        <translation>除了矩陣，正規化與殘差也一併分攤</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message numerus="yes">
        <source>%n entry or entries of your own catalogue files were left out. The first: %1</source>
        <translation>
            <numerusform>您自己的資料檔中有 %n 筆未被採用。第一筆：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>The settings could not be read and begin anew. The old file is kept as %1.</source>
        <translation>無法讀取設定，已改用預設值。原本的檔案保留為 %1。</translation>
    </message>
    <message>
        <source>The last question could not be read and was kept as %1. %2</source>
        <translation>無法讀取上次的情境，檔案保留為 %1。%2</translation>
    </message>
    <message>
        <source>The settings cannot be written to %1: they hold until the program ends. Make room there or allow writing.</source>
        <translation>無法將設定寫入 %1，變更只在這次執行期間有效。請騰出空間，或允許寫入該處。</translation>
    </message>
    <message>
        <source>The question cannot be kept for the next start (%1: %2). Make room there or allow writing, or save it elsewhere with File &gt; Save as.</source>
        <translation>無法為下次啟動保留目前的情境（%1：%2）。請騰出空間或允許寫入該處，或用「檔案 &gt; 另存新檔」存到別處。</translation>
    </message>
    <message>
        <source>Your changes to %1 are here again. They are not in the file yet: save them with File &gt; Save, or open the file again to drop them.</source>
        <translation>您對 %1 的變更都還在，但尚未寫入檔案：可用「檔案 &gt; 儲存」存檔，或重新開啟該檔案以捨棄變更。</translation>
    </message>
    <message>
        <source>Your unsaved changes to %1 were kept as %2. Open them with File &gt; Open recent.</source>
        <translation>您對 %1 尚未儲存的變更已保留為 %2，可從「檔案 &gt; 最近使用的檔案」開啟。</translation>
    </message>
</context>
<context>
    <name>Vendor</name>
    <message>
        <source>NVIDIA</source>
        <translation>NVIDIA</translation>
    </message>
    <message>
        <source>AMD</source>
        <translation>AMD</translation>
    </message>
    <message>
        <source>Intel</source>
        <translation>Intel</translation>
    </message>
    <message>
        <source>Apple</source>
        <translation>Apple</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Fits</source>
        <translation>放得下</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>吃緊</translation>
    </message>
    <message>
        <source>Needs offload</source>
        <translation>需借用系統記憶體</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>放不下</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>無法判定</translation>
    </message>
    <message>
        <source>Not supported</source>
        <translation>不支援</translation>
    </message>
    <message>
        <source>Offload %1/%2</source>
        <extracomment>verdict of one row: 33 of 41 layers lie on the card, the others in system memory; keep it short</extracomment>
        <translation>借用，卡上 %1/%2 層</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>{layers} layers × batch {sequences} × ({conv-steps} steps × {conv-channels} channels × {conv-bytes} + {state-elements} state values × {state-bytes}) bytes = {result}</source>
        <translation>{layers} 層 × 批次大小 {sequences} × ({conv-steps} 步 × {conv-channels} 個通道 × {conv-bytes} + {state-elements} 個狀態值 × {state-bytes}) 位元組 = {result}</translation>
    </message>
    <message>
        <source>{layers} layers × batch {sequences} × {conv-steps} steps × {conv-channels} channels × {conv-bytes} bytes = {result}</source>
        <translation>{layers} 層 × 批次大小 {sequences} × {conv-steps} 步 × {conv-channels} 個通道 × {conv-bytes} 位元組 = {result}</translation>
    </message>
    <message>
        <source>{layers} layers × batch {sequences} × {state-elements} state values × {state-bytes} bytes = {result}</source>
        <translation>{layers} 層 × 批次大小 {sequences} × {state-elements} 個狀態值 × {state-bytes} 位元組 = {result}</translation>
    </message>
    <message>
        <source>{cards} cards × ({non-torch} + {cuda-graphs}) = {result}</source>
        <translation>{cards} 張顯示卡 × ({non-torch} + {cuda-graphs}) = {result}</translation>
    </message>
    <message>
        <source>{non-torch} + {cuda-graphs} = {result}</source>
        <translation>{non-torch} + {cuda-graphs} = {result}</translation>
    </message>
    <message>
        <source>{cards} cards × {driver-context} = {result}</source>
        <translation>{cards} 張顯示卡 × {driver-context} = {result}</translation>
    </message>
    <message>
        <source>{driver-context}, once on the card</source>
        <translation>{driver-context}，每張顯示卡一份</translation>
    </message>
    <message>
        <source>{cards} cards × {non-torch} = {result}</source>
        <translation>{cards} 張顯示卡 × {non-torch} = {result}</translation>
    </message>
    <message>
        <source>{non-torch}, once on the card</source>
        <translation>{non-torch}，每張顯示卡一份</translation>
    </message>
    <message>
        <source>4 bytes × {vocabulary} × batch {sequences} = {result}</source>
        <translation>4 位元組 × {vocabulary} × 批次大小 {sequences} = {result}</translation>
    </message>
    <message>
        <source>{bytes-per-hidden} bytes × {batched-tokens} tokens × {hidden-size} + {bytes-per-logit} bytes × {max-sequences} sequences × {vocabulary} + experts {expert-caches}</source>
        <translation>{bytes-per-hidden} 位元組 × {batched-tokens} 個 token × {hidden-size} + {bytes-per-logit} 位元組 × {max-sequences} 個序列 × {vocabulary} + 專家 {expert-caches}</translation>
    </message>
    <message>
        <source>{bytes-per-hidden} bytes × {batched-tokens} tokens × {hidden-size} + {bytes-per-logit} bytes × {max-sequences} sequences × {vocabulary}</source>
        <translation>{bytes-per-hidden} 位元組 × {batched-tokens} 個 token × {hidden-size} + {bytes-per-logit} 位元組 × {max-sequences} 個序列 × {vocabulary}</translation>
    </message>
    <message>
        <source>{bytes-per-hidden} bytes × {batched-tokens} tokens × {hidden-size} + 6 bytes × {batched-tokens} tokens × {feed-forward-width} + experts {expert-caches}</source>
        <translation>{bytes-per-hidden} 位元組 × {batched-tokens} 個 token × {hidden-size} + 6 位元組 × {batched-tokens} 個 token × {feed-forward-width} + 專家 {expert-caches}</translation>
    </message>
    <message>
        <source>{bytes-per-hidden} bytes × {batched-tokens} tokens × {hidden-size} + 6 bytes × {batched-tokens} tokens × {feed-forward-width}</source>
        <translation>{bytes-per-hidden} 位元組 × {batched-tokens} 個 token × {hidden-size} + 6 位元組 × {batched-tokens} 個 token × {feed-forward-width}</translation>
    </message>
    <message>
        <source>The peak that vLLM measures at start: {result}</source>
        <translation>vLLM 啟動時測得的峰值：{result}</translation>
    </message>
    <message>
        <source>{base} + {prompt} tokens × batch {sequences} × {value-size} bytes × (3 × {feed-forward-width} + 4 × {hidden-size}) − {later-cache}</source>
        <translation>{base} + {prompt} 個 token × 批次大小 {sequences} × {value-size} 位元組 × (3 × {feed-forward-width} + 4 × {hidden-size}) − {later-cache}</translation>
    </message>
    <message>
        <source>{base} + {prompt} tokens × batch {sequences} × {value-size} bytes × (3 × {feed-forward-width} + 4 × {hidden-size})</source>
        <translation>{base} + {prompt} 個 token × 批次大小 {sequences} × {value-size} 位元組 × (3 × {feed-forward-width} + 4 × {hidden-size})</translation>
    </message>
    <message>
        <source>{base} + {prompt} tokens × batch {sequences} × 6 bytes × {vocabulary} − {later-cache}</source>
        <translation>{base} + {prompt} 個 token × 批次大小 {sequences} × 6 位元組 × {vocabulary} − {later-cache}</translation>
    </message>
    <message>
        <source>{base} + {prompt} tokens × batch {sequences} × 6 bytes × {vocabulary}</source>
        <translation>{base} + {prompt} 個 token × 批次大小 {sequences} × 6 位元組 × {vocabulary}</translation>
    </message>
    <message>
        <source>{base} + {prompt} tokens × {prompt} tokens × batch {sequences} × 8 bytes × {heads} heads − {later-cache}</source>
        <translation>{base} + {prompt} 個 token × {prompt} 個 token × 批次大小 {sequences} × 8 位元組 × {heads} 個注意力頭 − {later-cache}</translation>
    </message>
    <message>
        <source>{base} + {prompt} tokens × {prompt} tokens × batch {sequences} × 8 bytes × {heads} heads</source>
        <translation>{base} + {prompt} 個 token × {prompt} 個 token × 批次大小 {sequences} × 8 位元組 × {heads} 個注意力頭</translation>
    </message>
    <message>
        <source>{base}: the cache leaves room enough</source>
        <translation>{base}：快取留下的空間已足夠</translation>
    </message>
    <message>
        <source>The widest moment of processing the prompt: {result}</source>
        <translation>處理提示時用量最大的一刻：{result}</translation>
    </message>
    <message>
        <source>transformer blocks</source>
        <translation>Transformer 區塊</translation>
    </message>
    <message>
        <source>output layer</source>
        <translation>輸出層</translation>
    </message>
    <message>
        <source>token embedding</source>
        <translation>token 嵌入層</translation>
    </message>
    <message>
        <source>other tensors</source>
        <translation>其他張量</translation>
    </message>
    <message>
        <source>token embedding again, as the output layer</source>
        <translation>token 嵌入層再一份，作為輸出層</translation>
    </message>
    <message>
        <source>not counted: token embedding in system memory</source>
        <translation>不計入：放在系統記憶體的 token 嵌入層</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>參數量</translation>
    </message>
    <message>
        <source>average bits per weight</source>
        <translation>平均每權重位元數</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>層數</translation>
    </message>
    <message>
        <source>layers that they take the room of</source>
        <translation>實際佔用空間的層數</translation>
    </message>
    <message>
        <source>groups of layers are padded to equal size</source>
        <translation>各組的層補齊到相同大小</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>份數</translation>
    </message>
    <message>
        <source>what does not divide among the cards is kept on each</source>
        <translation>無法在顯示卡間切分的部分，每張各存一份</translation>
    </message>
    <message>
        <source>cells</source>
        <translation>單元數</translation>
    </message>
    <message>
        <source>padded to 256</source>
        <translation>補齊到 256 的倍數</translation>
    </message>
    <message>
        <source>cached positions</source>
        <translation>快取的位置數</translation>
    </message>
    <message>
        <source>context or window, in the runtime&apos;s pages</source>
        <translation>上下文或視窗，依推論框架的分頁取整</translation>
    </message>
    <message>
        <source>context length</source>
        <translation>上下文長度</translation>
    </message>
    <message>
        <source>sliding window</source>
        <translation>滑動視窗</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批次大小</translation>
    </message>
    <message>
        <source>micro-batch</source>
        <translation>微批次</translation>
    </message>
    <message>
        <source>the runtime&apos;s default, at most the context</source>
        <translation>推論框架的預設值，不超過上下文</translation>
    </message>
    <message>
        <source>the sparse attention&apos;s indexer</source>
        <translation>稀疏注意力的索引器</translation>
    </message>
    <message>
        <source>steps that the convolution remembers</source>
        <translation>卷積記住的步數</translation>
    </message>
    <message>
        <source>channels of the convolution</source>
        <translation>卷積的通道數</translation>
    </message>
    <message>
        <source>bytes a value of the convolution</source>
        <translation>卷積每個數值的位元組數</translation>
    </message>
    <message>
        <source>the runtime&apos;s own type</source>
        <translation>推論框架自己的型別</translation>
    </message>
    <message>
        <source>values of the state</source>
        <translation>狀態的數值個數</translation>
    </message>
    <message>
        <source>bytes a value of the state</source>
        <translation>狀態每個數值的位元組數</translation>
    </message>
    <message>
        <source>cards</source>
        <translation>顯示卡數量</translation>
    </message>
    <message>
        <source>driver context of the process</source>
        <translation>行程的驅動程式環境</translation>
    </message>
    <message>
        <source>memory outside PyTorch</source>
        <translation>PyTorch 以外的記憶體</translation>
    </message>
    <message>
        <source>CUDA graphs</source>
        <translation>CUDA Graphs</translation>
    </message>
    <message>
        <source>attention mask</source>
        <translation>注意力遮罩</translation>
    </message>
    <message>
        <source>micro-batch × cells × 2 bytes (4 without flash attention)</source>
        <translation>微批次 × 單元數 × 2 位元組(不使用 flash attention 時為 4)</translation>
    </message>
    <message>
        <source>hidden size</source>
        <translation>隱藏維度</translation>
    </message>
    <message>
        <source>feed-forward width</source>
        <translation>前饋層寬度</translation>
    </message>
    <message>
        <source>attention heads</source>
        <translation>注意力頭</translation>
    </message>
    <message>
        <source>vocabulary</source>
        <translation>詞彙表大小</translation>
    </message>
    <message>
        <source>tokens of one step</source>
        <translation>單一步驟的 token 數</translation>
    </message>
    <message>
        <source>the runtime&apos;s default for this card</source>
        <translation>推論框架對這張顯示卡的預設值</translation>
    </message>
    <message>
        <source>sequences of one step</source>
        <translation>單一步驟的序列數</translation>
    </message>
    <message>
        <source>bytes a hidden value</source>
        <translation>每個隱藏層數值的位元組數</translation>
    </message>
    <message>
        <source>bytes a logit</source>
        <translation>每個 logit 的位元組數</translation>
    </message>
    <message>
        <source>the experts&apos; intermediate values</source>
        <translation>專家的中間數值</translation>
    </message>
    <message>
        <source>16 bits, for the used experts of one step</source>
        <translation>16 位元，單一步驟中啟用的專家</translation>
    </message>
    <message>
        <source>fixed share</source>
        <translation>固定部分</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>提示長度</translation>
    </message>
    <message>
        <source>bytes a value</source>
        <translation>每個數值的位元組數</translation>
    </message>
    <message>
        <source>the type that the model computes in</source>
        <translation>模型計算時使用的型別</translation>
    </message>
    <message>
        <source>cache that is still free then</source>
        <translation>此時尚未使用的快取</translation>
    </message>
    <message>
        <source>the context beyond the prompt</source>
        <translation>提示之後的上下文</translation>
    </message>
    <message>
        <source>The format&apos;s choice of a type for each tensor is not modelled: its typical bits per weight vary by model.</source>
        <translation>這種格式如何為各張量選擇型別並未建模；其典型的每權重位元數因模型而異。</translation>
    </message>
    <message>
        <source>Fitted on the start-up logs of 27 runs of vLLM; the range holds their spread.</source>
        <translation>依 27 次 vLLM 啟動記錄擬合；範圍涵蓋其離散程度。</translation>
    </message>
    <message>
        <source>Compared with published measurements of Transformers; the range holds their spread.</source>
        <translation>已與公開的 Transformers 實測值比對；範圍涵蓋其離散程度。</translation>
    </message>
    <message>
        <source>It differs by driver, operating system and card; the range holds what was seen or is likely.</source>
        <translation>依驅動程式、作業系統與顯示卡而異；範圍涵蓋實際觀察到或可能出現的數值。</translation>
    </message>
    <message>
        <source>your choice</source>
        <translation>您的選擇</translation>
    </message>
    <message>
        <source>architecture</source>
        <translation>模型架構</translation>
    </message>
    <message>
        <source>catalogue</source>
        <translation>型錄</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>實測</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>assumption</source>
        <translation>假設</translation>
    </message>
    <message>
        <source>Largest phase: the attention scores</source>
        <translation>最大的階段：注意力分數</translation>
    </message>
    <message>
        <source>Logits that the program reads</source>
        <translation>程式讀取的 logits</translation>
    </message>
    <message>
        <source>Peak of one step: hidden values and logits</source>
        <translation>單一步驟的峰值：隱藏層數值與 logits</translation>
    </message>
    <message>
        <source>Peak of one step: hidden values and feed-forward</source>
        <translation>單一步驟的峰值：隱藏層數值與前饋層</translation>
    </message>
    <message>
        <source>Largest phase: the prompt’s feed-forward</source>
        <translation>最大的階段：提示的前饋層</translation>
    </message>
    <message>
        <source>Largest phase: the prompt’s logits</source>
        <translation>最大的階段：提示的 logits</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a term of a sum: its name and its size</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 cards × (%2) = %3</source>
        <extracomment>number of cards, formula for one of them, result</extracomment>
        <translation>%1 張顯示卡 × (%2) = %3</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <extracomment>a size below one kilobyte</extracomment>
        <translation>%1 位元組</translation>
    </message>
    <message>
        <source>Layers with a sliding window</source>
        <translation>使用滑動視窗的層</translation>
    </message>
    <message>
        <source>Layers that see the whole context</source>
        <translation>能看到完整上下文的層</translation>
    </message>
    <message>
        <source>Between %1 and %2. %3</source>
        <extracomment>lower end, upper end, why</extracomment>
        <translation>介於 %1 與 %2 之間。%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>where a figure came from, and more precisely</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Operand</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Where it came from</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Exact: %1 bytes.</source>
        <extracomment>a figure without a range; the number of bytes</extracomment>
        <translation>精確值：%1 位元組。</translation>
    </message>
    <message>
        <source>Total %1 (%2), usable %3, left on the fullest card %4.</source>
        <extracomment>total, its range, usable memory, what is left</extracomment>
        <translation>總計 %1（%2），可用 %3，最滿的顯示卡剩餘 %4。</translation>
    </message>
    <message>
        <source>{layers} layers × {cells} cells × batch {sequences} × latent {latent-width} × {key-bytes} bytes = {result}</source>
        <translation>{layers} 層 × {cells} 個單元 × 批次大小 {sequences} × 潛在向量 {latent-width} × {key-bytes} 位元組 = {result}</translation>
    </message>
    <message>
        <source>{layers} layers × {cells} cells × batch {sequences} × (keys {key-width} × {key-bytes} + values {value-width} × {value-bytes}) bytes = {result}</source>
        <translation>{layers} 層 × {cells} 個單元 × 批次大小 {sequences} × (鍵 {key-width} × {key-bytes} + 值 {value-width} × {value-bytes}) 位元組 = {result}</translation>
    </message>
    <message>
        <source>{layers} layers × {cells} cells that all sequences share × latent {latent-width} × {key-bytes} bytes = {result}</source>
        <translation>{layers} 層 × 所有序列共用的 {cells} 個單元 × 潛在向量 {latent-width} × {key-bytes} 位元組 = {result}</translation>
    </message>
    <message>
        <source>{layers} layers × {cells} cells that all sequences share × (keys {key-width} × {key-bytes} + values {value-width} × {value-bytes}) bytes = {result}</source>
        <translation>{layers} 層 × 所有序列共用的 {cells} 個單元 × (鍵 {key-width} × {key-bytes} + 值 {value-width} × {value-bytes}) 位元組 = {result}</translation>
    </message>
    <message>
        <source>{copies} copies × {layers} layers × {positions} positions × batch {sequences} × (latent {latent-width} × {key-bytes} + {indexer-bytes} of the indexer) bytes = {result}</source>
        <translation>{copies} 份 × {layers} 層 × {positions} 個位置 × 批次大小 {sequences} × (潛在向量 {latent-width} × {key-bytes} + 索引器 {indexer-bytes}) 位元組 = {result}</translation>
    </message>
    <message>
        <source>{layers} layers × {positions} positions × batch {sequences} × (latent {latent-width} × {key-bytes} + {indexer-bytes} of the indexer) bytes = {result}</source>
        <translation>{layers} 層 × {positions} 個位置 × 批次大小 {sequences} × (潛在向量 {latent-width} × {key-bytes} + 索引器 {indexer-bytes}) 位元組 = {result}</translation>
    </message>
    <message>
        <source>{copies} copies × {layers} layers × {positions} positions × batch {sequences} × latent {latent-width} × {key-bytes} bytes = {result}</source>
        <translation>{copies} 份 × {layers} 層 × {positions} 個位置 × 批次大小 {sequences} × 潛在向量 {latent-width} × {key-bytes} 位元組 = {result}</translation>
    </message>
    <message>
        <source>{layers} layers × {positions} positions × batch {sequences} × latent {latent-width} × {key-bytes} bytes = {result}</source>
        <translation>{layers} 層 × {positions} 個位置 × 批次大小 {sequences} × 潛在向量 {latent-width} × {key-bytes} 位元組 = {result}</translation>
    </message>
    <message>
        <source>{copies} copies × room of {room-layers} layers × {positions} positions × batch {sequences} × (keys {key-width} × {key-bytes} + values {value-width} × {value-bytes}) bytes = {result}</source>
        <translation>{copies} 份 × {room-layers} 層的空間 × {positions} 個位置 × 批次大小 {sequences} × (鍵 {key-width} × {key-bytes} + 值 {value-width} × {value-bytes}) 位元組 = {result}</translation>
    </message>
    <message>
        <source>room of {room-layers} layers × {positions} positions × batch {sequences} × (keys {key-width} × {key-bytes} + values {value-width} × {value-bytes}) bytes = {result}</source>
        <translation>{room-layers} 層的空間 × {positions} 個位置 × 批次大小 {sequences} × (鍵 {key-width} × {key-bytes} + 值 {value-width} × {value-bytes}) 位元組 = {result}</translation>
    </message>
    <message>
        <source>{copies} copies × {layers} layers × {positions} positions × batch {sequences} × (keys {key-width} × {key-bytes} + values {value-width} × {value-bytes}) bytes = {result}</source>
        <translation>{copies} 份 × {layers} 層 × {positions} 個位置 × 批次大小 {sequences} × (鍵 {key-width} × {key-bytes} + 值 {value-width} × {value-bytes}) 位元組 = {result}</translation>
    </message>
    <message>
        <source>{layers} layers × {positions} positions × batch {sequences} × (keys {key-width} × {key-bytes} + values {value-width} × {value-bytes}) bytes = {result}</source>
        <translation>{layers} 層 × {positions} 個位置 × 批次大小 {sequences} × (鍵 {key-width} × {key-bytes} + 值 {value-width} × {value-bytes}) 位元組 = {result}</translation>
    </message>
    <message>
        <source>width of a key, for one position and layer</source>
        <translation>每個位置、每層的鍵寬度</translation>
    </message>
    <message>
        <source>width of a value, for one position and layer</source>
        <translation>每個位置、每層的值寬度</translation>
    </message>
    <message>
        <source>width of the latent, for one position and layer</source>
        <translation>每個位置、每層的潛在向量寬度</translation>
    </message>
    <message>
        <source>bytes per element of a key</source>
        <translation>鍵的每個元素的位元組數</translation>
    </message>
    <message>
        <source>bytes per element of a value</source>
        <translation>值的每個元素的位元組數</translation>
    </message>
    <message>
        <source>The peak of llama.cpp’s largest graph, laid out as its allocator does: {result}</source>
        <translation>llama.cpp 最大計算圖的峰值，照其配置器的方式排列：{result}</translation>
    </message>
    <message>
        <source>Exact for architectures whose figures were compared with llama.cpp’s own; for others the range holds what leaving a trait out cost.</source>
        <translation>與 llama.cpp 自身數字比對過的架構是精確的；其他架構的範圍取自漏掉某項特性時的誤差。</translation>
    </message>
    <message>
        <source>Largest phase: generating, with two copies of the cache</source>
        <translation>最大階段:生成,同時有兩份快取</translation>
    </message>
    <message>
        <source>{base} + {old-cache} of cache from the step before</source>
        <translation>{base} + 前一步的快取 {old-cache}</translation>
    </message>
    <message>
        <source>rounding, copies and position tables</source>
        <translation>取整、複本與位置表</translation>
    </message>
    <message>
        <source>cache of the step before</source>
        <translation>前一步的快取</translation>
    </message>
    <message>
        <source>Fullest moment: before the first layer</source>
        <translation>用量最高的時刻：第一層之前</translation>
    </message>
    <message>
        <source>Fullest moment: joining a layer’s result</source>
        <translation>用量最高的時刻：併入一層的結果</translation>
    </message>
    <message>
        <source>Fullest moment: the attention</source>
        <translation>用量最高的時刻：注意力</translation>
    </message>
    <message>
        <source>Fullest moment: the attention scores</source>
        <translation>用量最高的時刻：注意力分數</translation>
    </message>
    <message>
        <source>Fullest moment: the recurrent layer</source>
        <translation>用量最高的時刻：遞迴層</translation>
    </message>
    <message>
        <source>Fullest moment: the feed-forward layer</source>
        <translation>用量最高的時刻：前饋層</translation>
    </message>
    <message>
        <source>Fullest moment: the experts</source>
        <translation>用量最高的時刻：專家</translation>
    </message>
    <message>
        <source>Fullest moment: the logits</source>
        <translation>用量最高的時刻：logits</translation>
    </message>
    <message>
        <source>Fullest moment: copying weights from system memory</source>
        <translation>用量最高的時刻：從系統記憶體複製權重</translation>
    </message>
    <message>
        <source>positions and indices</source>
        <translation>位置與索引</translation>
    </message>
    <message>
        <source>as llama.cpp lays out its buffer</source>
        <translation>照 llama.cpp 配置其緩衝區的方式</translation>
    </message>
    <message>
        <source>residual stream</source>
        <translation>殘差流</translation>
    </message>
    <message>
        <source>values inside the attention</source>
        <translation>注意力內部的數值</translation>
    </message>
    <message>
        <source>attention scores</source>
        <translation>注意力分數</translation>
    </message>
    <message>
        <source>values inside the recurrent layer</source>
        <translation>遞迴層內部的數值</translation>
    </message>
    <message>
        <source>values inside the feed-forward layer</source>
        <translation>前饋層內部的數值</translation>
    </message>
    <message>
        <source>values inside the experts</source>
        <translation>專家內部的數值</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <source>weights copied from system memory</source>
        <translation>從系統記憶體複製來的權重</translation>
    </message>
    <message>
        <source>16-bit copies of one layer’s quantized cache</source>
        <translation>單層量化快取的 16 位元副本</translation>
    </message>
    <message>
        <source>gaps between them</source>
        <translation>其間的空隙</translation>
    </message>
    <message>
        <source>{layers} layers × batch {sequences} × {state-slots} states × ({conv-steps} steps × {conv-channels} channels × {conv-bytes} + {state-elements} state values × {state-bytes}) bytes = {result}</source>
        <translation>{layers} 層 × 批次大小 {sequences} × {state-slots} 份狀態 × ({conv-steps} 步 × {conv-channels} 通道 × {conv-bytes} + {state-elements} 個狀態值 × {state-bytes}) 位元組 = {result}</translation>
    </message>
    <message>
        <source>values of one step in a block</source>
        <translation>一步在單一區塊中的數值</translation>
    </message>
    <message>
        <source>2 bytes × tokens × (3 × feed-forward width + 4 × hidden size), shared out over tensor-parallel cards where it divides</source>
        <translation>2 位元組 × token 數 × (3 × 前饋層寬度 + 4 × 隱藏維度)，能均分的部分由張量平行的各張卡分擔</translation>
    </message>
    <message>
        <source>one row of the vocabulary for each sequence of a step</source>
        <translation>一步中每個序列一列，長度為詞彙表</translation>
    </message>
    <message>
        <source>one matrix in 16 bits</source>
        <translation>一個還原成 16 位元的矩陣</translation>
    </message>
    <message>
        <source>the largest quantized matrix is unpacked for long prompts</source>
        <translation>處理長提示時會解開最大的量化矩陣</translation>
    </message>
    <message>
        <source>one layer’s cache in 16 bits</source>
        <translation>一層還原成 16 位元的快取</translation>
    </message>
    <message>
        <source>a quantized cache is unpacked layer by layer</source>
        <translation>量化的快取逐層解開</translation>
    </message>
    <message>
        <source>buffers that are kept</source>
        <translation>保留的緩衝區</translation>
    </message>
    <message>
        <source>table of the requests’ tokens</source>
        <translation>請求的 token 對照表</translation>
    </message>
    <message>
        <source>4 bytes × context × requests that may run (2048 unless set)</source>
        <translation>4 位元組 × 上下文長度 × 可同時執行的請求數(未設定時為 2048)</translation>
    </message>
    <message>
        <source>share of the card for weights and cache</source>
        <translation>權重與快取可用的顯示卡比例</translation>
    </message>
    <message>
        <source>mem_fraction_static as SGLang chooses it for this card</source>
        <translation>SGLang 為這張卡選定的 mem_fraction_static</translation>
    </message>
    <message>
        <source>held back for it by SGLang</source>
        <translation>SGLang 為此保留的空間</translation>
    </message>
    <message>
        <source>the rest of the card, less graphs and tables</source>
        <translation>顯示卡其餘的空間，扣除 CUDA Graph 與對照表</translation>
    </message>
    <message>
        <source>states a sequence</source>
        <translation>每個序列的狀態份數</translation>
    </message>
    <message>
        <source>SGLang keeps three, so that prefixes can be reused</source>
        <translation>SGLang 保留三份，讓相同的前綴可以重複使用</translation>
    </message>
    <message>
        <source>The upper end is what SGLang holds back for it by its own rule; the figure itself has not been compared with measurements.</source>
        <translation>上限是 SGLang 依自身規則為此保留的空間；數值本身尚未與實測比對。</translation>
    </message>
    <message>
        <source>From the runtime’s own settings and source; not compared with measurements yet, hence the wide range.</source>
        <translation>依推論框架自身的設定與原始碼推得；尚未與實測比對，因此範圍較寬。</translation>
    </message>
    <message>
        <source>The cache grows while you chat: %1 at the first token, %2 when the context is full.</source>
        <translation>對話越長快取越大：第一個 token 時 %1，上下文用滿時 %2。</translation>
    </message>
    <message>
        <source>Loaded beside the model</source>
        <translation>與模型一同載入</translation>
    </message>
    <message>
        <source>{adapters} adapters × rank {lora-rank} × {adapter-widths} inputs and outputs × {adapter-bytes} bytes = {result}</source>
        <translation>{adapters} 個轉接器 × 秩 {lora-rank} × {adapter-widths} 個輸入與輸出 × {adapter-bytes} 位元組 = {result}</translation>
    </message>
    <message>
        <source>adapters</source>
        <translation>轉接器個數</translation>
    </message>
    <message>
        <source>LoRA rank</source>
        <translation>LoRA 秩</translation>
    </message>
    <message>
        <source>inputs and outputs of all target matrices</source>
        <translation>所有目標矩陣的輸入與輸出維度總和</translation>
    </message>
    <message>
        <source>bytes a value of the adapter</source>
        <translation>轉接器每個數值的位元組數</translation>
    </message>
    <message>
        <source>draft model</source>
        <translation>草稿模型</translation>
    </message>
    <message>
        <source>vision part in 16 bits</source>
        <translation>16 位元的視覺部分</translation>
    </message>
    <message>
        <source>working memory of the vision part</source>
        <translation>視覺部分的工作記憶體</translation>
    </message>
    <message>
        <source>Total %1 (%2), usable %3, %4 short on the fullest card.</source>
        <extracomment>total, its range, usable memory, what is missing</extracomment>
        <translation>總計 %1（%2），可用 %3，最滿的顯示卡不足 %4。</translation>
    </message>
    <message>
        <source>layers of multi-token prediction</source>
        <translation>多 token 預測層</translation>
    </message>
    <message>
        <source>their KV cache</source>
        <translation>這些層的 KV 快取</translation>
    </message>
    <message>
        <source>further states to go back to</source>
        <translation>用來退回的額外狀態</translation>
    </message>
    <message>
        <source>working buffers of the drafting context</source>
        <translation>擬稿用的工作緩衝區</translation>
    </message>
    <message>
        <source>layers of multi-token prediction (number)</source>
        <translation>多 token 預測層數</translation>
    </message>
    <message>
        <source>tokens drafted at a time</source>
        <translation>每次擬出的 token 數</translation>
    </message>
    <message>
        <source>the runtime&apos;s default</source>
        <translation>推論框架的預設值</translation>
    </message>
    <message>
        <source>Reserved by the runtime, on the card with the least room</source>
        <translation>推論框架預留的部分，以空間最少的顯示卡為準</translation>
    </message>
    <message>
        <source>{pool-card} × {pool-share} − {pool-taken} = {result}, of which this question needs {pool-needed}</source>
        <translation>{pool-card} × {pool-share} − {pool-taken} = {result}，這個問題需要其中的 {pool-needed}</translation>
    </message>
    <message>
        <source>({pool-card} − {pool-taken}) × {pool-share} = {result}, of which this question needs {pool-needed}</source>
        <translation>({pool-card} − {pool-taken}) × {pool-share} = {result}，這個問題需要其中的 {pool-needed}</translation>
    </message>
    <message>
        <source>{pool-card} × {pool-share} leaves nothing beside {pool-taken}: {result} for a cache of {pool-needed}</source>
        <translation>{pool-card} × {pool-share} 扣除 {pool-taken} 後沒有剩餘：{result}，而快取需要 {pool-needed}</translation>
    </message>
    <message>
        <source>memory of the card as the runtime counts it</source>
        <translation>推論框架所計的顯示卡記憶體</translation>
    </message>
    <message>
        <source>share that the runtime takes</source>
        <translation>推論框架占用的比例</translation>
    </message>
    <message>
        <source>taken before the cache</source>
        <translation>快取之前已占用</translation>
    </message>
    <message>
        <source>the sum of the following</source>
        <translation>以下各項合計</translation>
    </message>
    <message>
        <source>weights on this card</source>
        <translation>這張顯示卡上的權重</translation>
    </message>
    <message>
        <source>as above</source>
        <translation>同上</translation>
    </message>
    <message>
        <source>working memory of one step</source>
        <translation>單一步驟的工作記憶體</translation>
    </message>
    <message>
        <source>the process’s own share</source>
        <translation>行程本身占用</translation>
    </message>
    <message>
        <source>recurrent states on this card</source>
        <translation>這張顯示卡上的遞迴狀態</translation>
    </message>
    <message>
        <source>cache of this question on this card</source>
        <translation>這個問題在這張顯示卡上的快取</translation>
    </message>
    <message>
        <source>tokens that the pool holds</source>
        <translation>預留空間可容納的 token 數</translation>
    </message>
    <message>
        <source>whole pages</source>
        <translation>以整頁計</translation>
    </message>
    <message>
        <source>requests of this context that it holds at once</source>
        <translation>可同時容納的同長度請求數</translation>
    </message>
    <message>
        <source>whole requests</source>
        <translation>以整個請求計</translation>
    </message>
    <message>
        <source>Fullest moment: the backward pass</source>
        <translation>最滿的時刻：反向傳播</translation>
    </message>
    <message>
        <source>Fullest moment: the optimizer’s step</source>
        <translation>最滿的時刻：最佳化器更新</translation>
    </message>
    <message>
        <source>the model’s parameters</source>
        <translation>模型的參數</translation>
    </message>
    <message>
        <source>layers gathered from all cards</source>
        <translation>從各卡收集的層</translation>
    </message>
    <message>
        <source>the one that runs and the next</source>
        <translation>正在執行的一層與下一層</translation>
    </message>
    <message>
        <source>embedding and head in 32 bits</source>
        <translation>32 位元的嵌入與輸出層</translation>
    </message>
    <message>
        <source>further models</source>
        <translation>其他模型</translation>
    </message>
    <message>
        <source>reference, reward and value model as large as this one</source>
        <translation>參考、獎勵與價值模型與本模型一樣大</translation>
    </message>
    <message>
        <source>weights of the adapter</source>
        <translation>轉接器的權重</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>gradients on their way to other cards</source>
        <translation>正在傳往其他卡的梯度</translation>
    </message>
    <message>
        <source>buckets of the framework</source>
        <translation>框架的緩衝桶</translation>
    </message>
    <message>
        <source>bytes a gradient</source>
        <translation>每個梯度的位元組數</translation>
    </message>
    <message>
        <source>by the precision</source>
        <translation>依精度</translation>
    </message>
    <message>
        <source>room that gradients take over later</source>
        <translation>稍後由梯度接用的空間</translation>
    </message>
    <message>
        <source>states of the optimizer</source>
        <translation>最佳化器的狀態</translation>
    </message>
    <message>
        <source>32-bit copy of the parameters</source>
        <translation>參數的 32 位元副本</translation>
    </message>
    <message>
        <source>copies that the step makes</source>
        <translation>更新時產生的副本</translation>
    </message>
    <message>
        <source>values kept for the backward pass</source>
        <translation>為反向傳播保留的數值</translation>
    </message>
    <message>
        <source>values of the layer that is computed again</source>
        <translation>重新計算的那一層的數值</translation>
    </message>
    <message>
        <source>logits and loss</source>
        <translation>logits 與損失</translation>
    </message>
    <message>
        <source>KV cache of the generated answers</source>
        <translation>生成回答的 KV 快取</translation>
    </message>
    <message>
        <source>workspaces</source>
        <translation>工作空間</translation>
    </message>
    <message>
        <source>tokens of a micro-batch</source>
        <translation>一個微批次的 token 數</translation>
    </message>
    <message>
        <source>micro-batches in flight</source>
        <translation>進行中的微批次</translation>
    </message>
    <message>
        <source>as many as stages follow</source>
        <translation>與後續階段一樣多</translation>
    </message>
    <message>
        <source>Training computes forward and backward. It keeps weights, gradients, optimizer states and the activations of all layers. It wants compute, memory, several GPUs and bandwidth between them, and runs almost only on GPUs.</source>
        <translation>訓練要做前向與反向計算，必須保留權重、梯度、最佳化器狀態與所有層的中間計算結果。它需要算力、記憶體、多張 GPU 以及彼此間的頻寬，幾乎只在 GPU 上進行。</translation>
    </message>
    <message>
        <source>Inference computes forward only. It keeps weights, the KV cache and the activations of the present step. It wants memory capacity first, then bandwidth and low latency, and runs on GPUs, CPUs and machines with unified memory.</source>
        <translation>推論只做前向計算，只保留權重、KV 快取與當下這一步的中間計算結果。它首先需要記憶體容量，其次是頻寬與低延遲，可在 GPU、CPU 與統一記憶體的機器上執行。</translation>
    </message>
    <message>
        <source>Moved to RAM, which is the GPU’s own memory here</source>
        <translation>移到系統記憶體；在這台機器上，它同時也是 GPU 的記憶體</translation>
    </message>
    <message>
        <source>what training moves to RAM</source>
        <translation>訓練移到系統記憶體的內容</translation>
    </message>
    <message>
        <source>Fitted on measured training runs: the range is a share of the whole run and holds most of them. It is wider where the framework or the method was not measured.</source>
        <translation>以實測的訓練擬合：範圍是整次訓練的一個比例，涵蓋其中大多數；框架或方法沒有實測時，範圍較寬。</translation>
    </message>
    <message>
        <source>not counted: routed experts in system memory</source>
        <translation>未計入：系統記憶體中的路由專家</translation>
    </message>
    <message>
        <source>not counted: it lies in system memory</source>
        <translation>未計入：放在系統記憶體</translation>
    </message>
    <message>
        <source>the same in the other replicas</source>
        <translation>其他副本中的同樣內容</translation>
    </message>
    <message>
        <source>%1 has more cores (%3 against %4), but its %5 do not hold this model; the %6 of %2 do.</source>
        <extracomment>two cards: the first has more cores (number against number), but its memory does not hold the model; the second&apos;s does</extracomment>
        <translation>%1 的核心較多（%3 對 %4），但它的 %5 放不下這個模型；%2 的 %6 放得下。</translation>
    </message>
    <message>
        <source>And there each token waits for the memory (%2 GB/s), not for the cores: %1 would gain little from more of them.</source>
        <extracomment>the card, its bandwidth in GB/s</extracomment>
        <translation>而且在那裡，每個 token 等的是記憶體（%2 GB/s），不是核心：%1 的核心再多，也快不了多少。</translation>
    </message>
    <message>
        <source>meanwhile</source>
        <extracomment>of reading or computing that goes on at the same time as something that takes longer</extracomment>
        <translation>同時進行</translation>
    </message>
    <message>
        <source>Read from VRAM</source>
        <translation>從 VRAM 讀取</translation>
    </message>
    <message>
        <source>Read from RAM</source>
        <translation>從系統記憶體讀取</translation>
    </message>
    <message>
        <source>Sent over PCIe</source>
        <translation>經由 PCIe 傳送</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>運算</translation>
    </message>
    <message>
        <source>Latency of kernels and between cards</source>
        <translation>核心函式與卡間的延遲</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Generating · %1</source>
        <extracomment>speed of generating for one user</extracomment>
        <translation>生成 · %1</translation>
    </message>
    <message>
        <source>One step makes one token for every user; it is %1. A range covers what cards of this kind achieve.</source>
        <extracomment>&quot;limited by memory bandwidth&quot;</extracomment>
        <translation>每一步為每位使用者產生一個 token；%1。範圍涵蓋這類顯示卡實際能達到的速度。</translation>
    </message>
    <message>
        <source>Reading the prompt · %1</source>
        <extracomment>speed of reading the prompt</extracomment>
        <translation>提示處理 · %1</translation>
    </message>
    <message>
        <source>A prompt of %1 tokens is read; it is %2.</source>
        <extracomment>length of the prompt in tokens; &quot;limited by compute&quot;</extracomment>
        <translation>處理一段 %1 token 的提示；%2。</translation>
    </message>
    <message>
        <source>Rule of thumb: weights × %1 = %2, here %3.</source>
        <extracomment>what the weights are multiplied by, the product, this program&apos;s need</extracomment>
        <translation>經驗法則：權重 × %1 = %2，此處 %3。</translation>
    </message>
    <message>
        <source>Rule of thumb: weights × %1 × %2 = %3, here %4.</source>
        <extracomment>two factors, the product, this program&apos;s need</extracomment>
        <translation>經驗法則：權重 × %1 × %2 = %3，此處 %4。</translation>
    </message>
</context>
<context>
    <name>WhySource</name>
    <message>
        <source>RTX 4090 and RTX PRO 6000 Blackwell, measured</source>
        <translation>在 RTX 4090 與 RTX PRO 6000 Blackwell 上實測</translation>
    </message>
    <message>
        <source>ROCm, measured</source>
        <translation>在 ROCm 上實測</translation>
    </message>
    <message>
        <source>assumption: no measurement</source>
        <translation>沒有實測資料</translation>
    </message>
    <message>
        <source>assumption: as NVIDIA, wider</source>
        <translation>比照 NVIDIA，範圍放寬</translation>
    </message>
    <message>
        <source>vLLM 0.19 logs on H100, one GPU</source>
        <translation>vLLM 0.19 在單張 H100 上的記錄</translation>
    </message>
    <message>
        <source>vLLM 0.19 logs on H100</source>
        <translation>vLLM 0.19 在 H100 上的記錄</translation>
    </message>
    <message>
        <source>CUDA context with PyTorch&apos;s kernels</source>
        <translation>含 PyTorch 核心程式的 CUDA 環境</translation>
    </message>
    <message>
        <source>Qwen&apos;s published memory tables</source>
        <translation>Qwen 公布的記憶體用量表</translation>
    </message>
    <message>
        <source>assumption: as vLLM, wider</source>
        <translation>比照 vLLM，範圍放寬</translation>
    </message>
    <message>
        <source>assumption: as vLLM 0.19 with tensor parallelism on H100, wider</source>
        <translation>比照 H100 上採張量平行的 vLLM 0.19，範圍放寬</translation>
    </message>
    <message>
        <source>assumption: 4,096 patches with 16 heads are 1 GiB without flash attention; smaller pictures less</source>
        <translation>不用 flash attention 時，4,096 個圖塊、16 個注意力頭約需 1 GiB；圖片較小時較少</translation>
    </message>
    <message>
        <source>24 runs: fsdp_qlora, Qwen README, ms-swift 1.x (tests/measured/training.jsonl)</source>
        <translation>24 次訓練：fsdp_qlora、Qwen README、ms-swift 1.x（tests/measured/training.jsonl）</translation>
    </message>
    <message>
        <source>as Transformers: no measurement of its own</source>
        <translation>同 Transformers：沒有自己的實測</translation>
    </message>
    <message>
        <source>longest sequences of its README (2025-01)</source>
        <translation>其 README（2025-01）中的最長序列</translation>
    </message>
    <message>
        <source>4 runs of its README and tutorials</source>
        <translation>其 README 與教學中的 4 次訓練</translation>
    </message>
    <message>
        <source>litgpt docs of 2023-10 and its config hub of 2024</source>
        <translation>litgpt 2023-10 的文件與 2024 的 config hub</translation>
    </message>
    <message>
        <source>torchtitan benchmarks of 2024-12 (H100)</source>
        <translation>torchtitan 2024-12 的效能測試（H100）</translation>
    </message>
    <message>
        <source>Korthikanti et al. 2022, arXiv 2205.05198</source>
        <translation>Korthikanti 等 2022，arXiv 2205.05198</translation>
    </message>
</context>
<context>
    <name>vram::ui::AboutDialog</name>
    <message>
        <source>About VRAM Sizer</source>
        <translation>關於顯示記憶體估算器</translation>
    </message>
    <message>
        <source>VRAM Sizer</source>
        <translation>顯示記憶體估算器</translation>
    </message>
    <message>
        <source>How much memory a large language model needs, where it goes, and which GPUs can hold it.</source>
        <translation>大型語言模型需要多少記憶體、用在哪裡，以及哪些 GPU 放得下。</translation>
    </message>
    <message>
        <source>Facts of %1: %2 models, %3 GPUs, %4 weight formats</source>
        <translation>資料日期 %1：%2 個模型、%3 款 GPU、%4 種權重格式</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>本程式是自由軟體，採用 GNU 通用公共授權條款第 3 版或更新版本，不提供任何擔保。</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Made with Qt %1 (GNU Lesser General Public License 3; Qt Charts: GNU General Public License 3) and JSON for Modern C++ %2 by Niels Lohmann (MIT License). Fonts are the system&apos;s own.</source>
        <extracomment>%1: version of Qt, %2: version of the JSON library</extracomment>
        <translation>採用 Qt %1（GNU 較寬鬆通用公共授權條款第 3 版；Qt Charts：GNU 通用公共授權條款第 3 版）與 Niels Lohmann 的 JSON for Modern C++ %2（MIT 授權條款）。字型使用系統內建者。</translation>
    </message>
</context>
<context>
    <name>vram::ui::AdvancedSection</name>
    <message>
        <source>Type of the cached keys</source>
        <translation>快取中鍵（K）的型別</translation>
    </message>
    <message>
        <source>Type of the cached values</source>
        <translation>快取中值（V）的型別</translation>
    </message>
    <message>
        <source>Flash attention</source>
        <translation>Flash attention</translation>
    </message>
    <message>
        <source>Without it the attention scores are kept in memory, and the cached values cannot be quantized.</source>
        <translation>關閉時，注意力分數會留在記憶體中，且快取的值（V）不能量化。</translation>
    </message>
    <message>
        <source>As the runtime does</source>
        <translation>依推論框架預設</translation>
    </message>
    <message>
        <source>On</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Share of the usable memory that should stay free. What needs more than the rest is tight.</source>
        <translation>可用記憶體中應保留不用的比例；需求超過其餘部分即為吃緊。</translation>
    </message>
    <message>
        <source>RAM of the machine, for what does not fit on the card</source>
        <translation>電腦的系統記憶體，用來放顯示卡放不下的部分</translation>
    </message>
    <message>
        <source>&amp;Advanced</source>
        <translation>進階(&amp;A)</translation>
    </message>
    <message>
        <source>Ke&amp;ys</source>
        <translation>鍵 K(&amp;Y)</translation>
    </message>
    <message>
        <source>Val&amp;ues</source>
        <translation>值 V(&amp;U)</translation>
    </message>
    <message>
        <source>Flash a&amp;ttention</source>
        <translation>Flash attention(&amp;T)</translation>
    </message>
    <message>
        <source>Safety mar&amp;gin</source>
        <translation>安全餘裕(&amp;G)</translation>
    </message>
    <message>
        <source>Safety margin (percent)</source>
        <translation>安全餘裕（百分比）</translation>
    </message>
    <message>
        <source>System mem&amp;ory</source>
        <translation>系統記憶體(&amp;O)</translation>
    </message>
    <message>
        <source>System memory (GiB)</source>
        <translation>系統記憶體（GiB）</translation>
    </message>
    <message>
        <source>Key and value types, flash attention, safety margin, system memory, the runtime’s options, draft model, adapter</source>
        <translation>鍵與值的型別、flash attention、安全餘裕、系統記憶體、推論框架選項、草稿模型、轉接器</translation>
    </message>
    <message>
        <source>Method, attention and loss, offload, parallelism over several cards, safety margin, system memory</source>
        <translation>訓練方法、注意力與損失計算、移到系統記憶體、多卡平行、安全餘裕、系統記憶體</translation>
    </message>
</context>
<context>
    <name>vram::ui::AssumedBadge</name>
    <message>
        <source>assumed</source>
        <extracomment>badge beside a value that was neither found nor typed</extracomment>
        <translation>假設值</translation>
    </message>
</context>
<context>
    <name>vram::ui::BarChart</name>
    <message>
        <source>Memory need of each row as stacked bars</source>
        <translation>以堆疊長條顯示各項目的記憶體需求</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>為什麼？</translation>
    </message>
</context>
<context>
    <name>vram::ui::CandidateTable</name>
    <message>
        <source>Recommended</source>
        <translation>建議</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>硬體</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩餘</translation>
    </message>
    <message>
        <source>Launch price</source>
        <translation>上市價格</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>功耗</translation>
    </message>
</context>
<context>
    <name>vram::ui::CardBar</name>
    <message numerus="yes">
        <source>%1 of %n</source>
        <translation>
            <numerusform>%1／%n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>+ Add…</source>
        <translation>＋ 加入…</translation>
    </message>
    <message>
        <source>Choose the cards to compare</source>
        <translation>選擇要比較的顯示卡</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部顯示</translation>
    </message>
    <message>
        <source>Show the rows of every verdict again</source>
        <translation>重新顯示所有結果的項目</translation>
    </message>
    <message>
        <source>Bars on one common axis of bytes</source>
        <translation>所有長條使用同一個記憶體座標軸</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Each bar as a share of what its own card can use; the limit is at 100 %</source>
        <translation>每條長條表示占該卡可用記憶體的比例，上限為 100 %</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>長條圖</translation>
    </message>
    <message>
        <source>Compare the rows as bars</source>
        <translation>以長條圖比較各項目</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Compare the rows as a table; a click on a header sorts</source>
        <translation>以表格比較各項目，按一下欄位標題即可排序</translation>
    </message>
    <message>
        <source>Order of the rows</source>
        <translation>項目的排序方式</translation>
    </message>
    <message>
        <source>Add cards</source>
        <translation>加入顯示卡</translation>
    </message>
    <message>
        <source>Scale: %1</source>
        <extracomment>screen reader: the switch of the bars&apos; scale; %1 is the text of one half</extracomment>
        <translation>刻度：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare by</source>
        <extracomment>before the list of what the rows are of</extracomment>
        <translation>比較</translation>
    </message>
    <message>
        <source>Assumed of my machine:</source>
        <translation>我的電腦中的假設值：</translation>
    </message>
    <message>
        <source>Machine…</source>
        <translation>我的電腦…</translation>
    </message>
    <message>
        <source>My machine: its cards, memory and links, as a row of its own</source>
        <translation>我的電腦：顯示卡、系統記憶體與連線，自成一列</translation>
    </message>
    <message>
        <source>assumed values</source>
        <extracomment>badge: some values of the user&apos;s own machine were neither found nor typed</extracomment>
        <translation>含假設值</translation>
    </message>
    <message>
        <source>What the rows are of: cards for one question, or weights, contexts, runtimes, models and more on one card</source>
        <translation>各列比較什麼：同一問題的不同顯示卡，或同一張卡上的不同權重、上下文、推論框架、模型等等</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>曲線圖</translation>
    </message>
    <message>
        <source>The chosen row&apos;s need over the context or the sequences, with what each row has</source>
        <translation>所選項目的需求隨上下文長度或同時序列數的變化，並標出各項目的記憶體</translation>
    </message>
</context>
<context>
    <name>vram::ui::ChartOutput</name>
    <message>
        <source>Export chart as PNG</source>
        <translation>將圖表匯出為 PNG</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 圖片 (*.png)</translation>
    </message>
    <message>
        <source>Chart written to %1 (%2 × %3 pixels)</source>
        <translation>圖表已寫入 %1（%2 × %3 像素）</translation>
    </message>
    <message>
        <source>Chart copied to the clipboard</source>
        <translation>圖表已複製到剪貼簿</translation>
    </message>
</context>
<context>
    <name>vram::ui::ChoiceTable</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2 個中的 %1 個</translation>
    </message>
    <message>
        <source>Some of its files are missing in the repository</source>
        <translation>儲存庫中缺少部分檔案</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1、%2、%3</translation>
    </message>
    <message>
        <source>Quantization</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>檔案數</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
</context>
<context>
    <name>vram::ui::CommandBox</name>
    <message>
        <source>Copied</source>
        <extracomment>button: puts the command on the clipboard; what it says for a moment afterwards</extracomment>
        <translation>已複製</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>複製：%1</translation>
    </message>
</context>
<context>
    <name>vram::ui::CommandList</name>
    <message>
        <source>There is no command for this runtime and task.</source>
        <translation>這個推論框架與工作沒有對應的指令。</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Shell 類型</translation>
    </message>
    <message>
        <source>Where the commands are entered: each shell quotes and breaks lines in its own way</source>
        <translation>指令要在哪裡輸入：各種 shell 的引號與換行寫法不同</translation>
    </message>
</context>
<context>
    <name>vram::ui::Comparison</name>
    <message>
        <source>Drag to change the sizes</source>
        <translation>拖曳以調整大小</translation>
    </message>
    <message>
        <source>Border between comparison and drawer</source>
        <translation>比較與側欄之間的分隔線</translation>
    </message>
</context>
<context>
    <name>vram::ui::ContextRow</name>
    <message>
        <source>Beyond what the model was made for: %1 tokens</source>
        <translation>超過模型設計的上限 %1 個 token</translation>
    </message>
    <message>
        <source>Made for up to %1 tokens</source>
        <translation>模型設計上限 %1 個 token</translation>
    </message>
    <message>
        <source>Tokens of one sequence, prompt and answer together; 32k can be typed. The mark is the length that the model was made for.</source>
        <translation>單一序列的 token 數，含提示與回答，可輸入 32k。標記處是模型設計的長度。</translation>
    </message>
    <message>
        <source>&amp;Context</source>
        <translation>上下文(&amp;C)</translation>
    </message>
    <message>
        <source>Tokens of one training sequence, padded or packed to this length; 2k can be typed. The mark is the length that the model was made for.</source>
        <translation>一條訓練序列的 token 數，補齊或打包到這個長度；可輸入 2k。標記為模型設計的長度。</translation>
    </message>
    <message>
        <source>Sequen&amp;ce length</source>
        <translation>序列長度(&amp;C)</translation>
    </message>
</context>
<context>
    <name>vram::ui::Drawer</name>
    <message>
        <source>Close (Esc)</source>
        <translation>關閉（Esc）</translation>
    </message>
</context>
<context>
    <name>vram::ui::ExamplesMenu</name>
    <message>
        <source>E&amp;xamples</source>
        <translation>範例(&amp;X)</translation>
    </message>
    <message>
        <source>A 70B model on a 12 GB &amp;card</source>
        <translation>12 GB 顯示卡上的 70B 模型(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;With 64 GB of RAM: runs, slowly, mostly from RAM</source>
        <translation>64 GB 記憶體：跑得動，但多半在記憶體中執行，很慢(&amp;W)</translation>
    </message>
    <message>
        <source>With 32 GB of RAM: &amp;swaps</source>
        <translation>32 GB 記憶體：會用到交換空間(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;A 13B model on the same card: whole, and an order faster</source>
        <translation>同一張卡改用 13B 模型：整個放得下，快上一個數量級(&amp;A)</translation>
    </message>
    <message>
        <source>Cards, &amp;RAM and several machines</source>
        <translation>顯示卡、記憶體與各種機器(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;gpt-oss 120B with its experts in RAM</source>
        <translation>gpt-oss 120B，專家放在記憶體(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Two different cards for a 32B model</source>
        <translation>用兩張不同的顯示卡跑 32B 模型(&amp;T)</translation>
    </message>
    <message>
        <source>A 70B model in a &amp;Mac’s unified memory</source>
        <translation>在 Mac 的統一記憶體中跑 70B 模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;DeepSeek-V3 on servers with eight GPUs</source>
        <translation>在八張 GPU 的伺服器上跑 DeepSeek-V3(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Worked cases</source>
        <translation>演算範例(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;7B in FP16: tight on 16 GB, at ease on 24 GB</source>
        <translation>7B 以 FP16 執行：16 GB 吃緊，24 GB 從容(&amp;7)</translation>
    </message>
    <message>
        <source>&amp;QLoRA of a 7B on 12, 16 and 24 GB</source>
        <translation>在 12、16、24 GB 上以 QLoRA 微調 7B(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;13B in FP16: 24 GB is not enough</source>
        <translation>13B 以 FP16 執行：24 GB 不夠(&amp;1)</translation>
    </message>
    <message>
        <source>At &amp;home: one card of 8 to 24 GB</source>
        <translation>在家：一張 8 到 24 GB 的顯示卡(&amp;H)</translation>
    </message>
    <message>
        <source>An &amp;8B model on 8 GB</source>
        <translation>8 GB 上的 8B 模型(&amp;8)</translation>
    </message>
    <message>
        <source>A &amp;14B model on 16 GB</source>
        <translation>16 GB 上的 14B 模型(&amp;1)</translation>
    </message>
    <message>
        <source>A &amp;32B model on 24 GB</source>
        <translation>24 GB 上的 32B 模型(&amp;3)</translation>
    </message>
    <message>
        <source>A small &amp;team’s service on 24 to 48 GB</source>
        <translation>小團隊的服務：24 到 48 GB(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Four users of an 8B model on 24 GB</source>
        <translation>24 GB 上四人同用 8B 模型(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Eight users of a 32B model on 48 GB</source>
        <translation>48 GB 上八人同用 32B 模型(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Enterprise and research: 80 GB and several cards</source>
        <translation>企業與研究：80 GB 與多張顯示卡(&amp;E)</translation>
    </message>
    <message>
        <source>A &amp;service with a 70B model</source>
        <translation>以 70B 模型提供服務(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Full training of an 8B on eight cards</source>
        <translation>八張顯示卡全參數訓練 8B(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;QLoRA of a 70B on one card</source>
        <translation>一張顯示卡以 QLoRA 微調 70B(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>vram::ui::ExtrasSection</name>
    <message>
        <source>V&amp;ision</source>
        <translation>視覺(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Draft model</source>
        <translation>草稿模型(&amp;D)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Draft model</source>
        <translation>草稿模型</translation>
    </message>
    <message>
        <source>A small model of the same family that drafts tokens for speculative decoding, with its own weights and KV cache</source>
        <translation>同系列的小模型，為推測解碼先擬出 token，有自己的權重與 KV 快取</translation>
    </message>
    <message>
        <source>Without a draft model</source>
        <translation>不使用草稿模型</translation>
    </message>
    <message>
        <source>LoRA rank</source>
        <translation>LoRA 秩</translation>
    </message>
    <message>
        <source>Rank of a LoRA adapter on every linear layer, loaded beside the weights in 16 bits</source>
        <translation>套用在每個線性層的 LoRA 轉接器的秩，以 16 位元與權重一同載入</translation>
    </message>
    <message>
        <source>Load the vision part</source>
        <translation>載入視覺部分</translation>
    </message>
    <message>
        <source>The projector file (mmproj) in 16 bits, with its working memory on the first card</source>
        <translation>16 位元的投影檔(mmproj)，其工作記憶體放在第一張卡</translation>
    </message>
    <message>
        <source>&amp;Prediction</source>
        <translation>預測(&amp;P)</translation>
    </message>
    <message>
        <source>Multi-token prediction</source>
        <translation>多 token 預測</translation>
    </message>
    <message>
        <source>Loads the model’s own layers that draft tokens for speculative decoding, with their KV cache; a draft model takes their place</source>
        <translation>載入模型自己的擬稿層，供推測解碼使用，並包含它們的 KV 快取；若選了草稿模型則改用它</translation>
    </message>
</context>
<context>
    <name>vram::ui::FileActions</name>
    <message>
        <source>%1 is not there any more. It was removed from the recent files.</source>
        <translation>找不到 %1，已從最近使用的檔案中移除。</translation>
    </message>
    <message>
        <source>%1 was not opened. %2</source>
        <translation>未開啟 %1。%2</translation>
    </message>
    <message>
        <source>%1 was not saved: %2</source>
        <translation>未儲存 %1：%2</translation>
    </message>
    <message>
        <source>Save scenario</source>
        <translation>儲存情境</translation>
    </message>
    <message>
        <source>Scenarios (*.vram.json)</source>
        <translation>情境檔 (*.vram.json)</translation>
    </message>
    <message>
        <source>VRAM Sizer</source>
        <translation>顯示記憶體估算器</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>要儲存對 %1 的變更嗎？</translation>
    </message>
    <message>
        <source>%1 is not a file of this computer. Save it first, then drop the file.</source>
        <translation>%1 不是這台電腦上的檔案。請先下載儲存，再拖放該檔案。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) at once cannot be opened. Drop one scenario or one model.</source>
        <translation>
            <numerusform>無法一次開啟 %n 個檔案。請拖入一個情境或一個模型。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open scenario or model</source>
        <translation>開啟情境或模型</translation>
    </message>
    <message>
        <source>Scenarios and models (*.vram.json *.gguf *.safetensors *.json);;All files (*)</source>
        <translation>情境與模型 (*.vram.json *.gguf *.safetensors *.json);;所有檔案 (*)</translation>
    </message>
</context>
<context>
    <name>vram::ui::FilterPane</name>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 以上</translation>
    </message>
    <message>
        <source>%1 or fewer</source>
        <translation>%1 以下</translation>
    </message>
    <message>
        <source>%1 bits or more</source>
        <translation>%1 位元以上</translation>
    </message>
    <message>
        <source>&amp;Verdict</source>
        <translation>結果(&amp;V)</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>放得下</translation>
    </message>
    <message>
        <source>Fits or tight</source>
        <translation>放得下或吃緊</translation>
    </message>
    <message>
        <source>With system memory too</source>
        <translation>可借用系統記憶體</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>品質(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Speed</source>
        <translation>速度(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Family</source>
        <translation>系列(&amp;F)</translation>
    </message>
    <message>
        <source>Size at &amp;least</source>
        <translation>規模下限(&amp;L)</translation>
    </message>
    <message>
        <source>Size at &amp;most</source>
        <translation>規模上限(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Active at most</source>
        <translation>啟用上限(&amp;A)</translation>
    </message>
    <message>
        <source>L&amp;icence</source>
        <translation>授權(&amp;I)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開放</translation>
    </message>
    <message>
        <source>Commercial use allowed</source>
        <translation>可商用</translation>
    </message>
    <message>
        <source>&amp;Released since</source>
        <translation>發行年份(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Takes</source>
        <translation>輸入(&amp;T)</translation>
    </message>
    <message>
        <source>Text alone</source>
        <translation>只有文字</translation>
    </message>
    <message>
        <source>Images too</source>
        <translation>也接受圖片</translation>
    </message>
    <message>
        <source>S&amp;earch</source>
        <translation>搜尋(&amp;E)</translation>
    </message>
    <message>
        <source>Name, family, licence</source>
        <translation>名稱、系列、授權</translation>
    </message>
    <message>
        <source>Every f&amp;ormat of a model</source>
        <translation>列出模型的每種格式(&amp;O)</translation>
    </message>
    <message>
        <source>Else each model in its best format: one that fits before one that is tight, and of those the one with most bits</source>
        <translation>否則每個模型只列最好的格式：放得下的先於吃緊的，同樣情況下取位元數最多的</translation>
    </message>
</context>
<context>
    <name>vram::ui::FinderDialog</name>
    <message>
        <source>Find models and GPUs</source>
        <translation>尋找模型與 GPU</translation>
    </message>
    <message>
        <source>What can this machine run?</source>
        <translation>這台電腦能跑哪些模型？</translation>
    </message>
    <message>
        <source>Which GPU for this model?</source>
        <translation>這個模型要用哪張 GPU？</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>問題</translation>
    </message>
</context>
<context>
    <name>vram::ui::FinderFeature</name>
    <message>
        <source>&amp;Find models and GPUs…</source>
        <translation>尋找模型與 GPU(&amp;F)…</translation>
    </message>
</context>
<context>
    <name>vram::ui::FoundHardware</name>
    <message>
        <source>GPU</source>
        <translation>顯示卡</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶體</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩餘</translation>
    </message>
    <message>
        <source>Launch price</source>
        <translation>上市價格</translation>
    </message>
    <message>
        <source>TDP</source>
        <translation>熱設計功耗</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>tok/s per W</source>
        <translation>每瓦 tok/s</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>The catalogue has no prices of cloud machines</source>
        <translation>目錄沒有雲端執行個體的價格</translation>
    </message>
    <message>
        <source>No launch price is known</source>
        <translation>查無上市價格</translation>
    </message>
    <message>
        <source>Models of the catalogue that fit this GPU alone, with the same context and batch</source>
        <translation>在同樣的上下文與批次下，單張這款 GPU 就放得下的目錄模型數</translation>
    </message>
</context>
<context>
    <name>vram::ui::FoundModels</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>規模</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>啟用</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>位元</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩餘</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>發行</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>授權</translation>
    </message>
</context>
<context>
    <name>vram::ui::GpuPicker</name>
    <message>
        <source>Choose at least one card.</source>
        <translation>請至少選擇一張顯示卡。</translation>
    </message>
    <message numerus="yes">
        <source>%n bar(s) chosen</source>
        <translation>
            <numerusform>已選擇 %n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>Cards to compare</source>
        <translation>要比較的顯示卡</translation>
    </message>
    <message>
        <source>Search cards, such as “rtx 16gb”</source>
        <translation>搜尋顯示卡，例如「rtx 16gb」</translation>
    </message>
    <message>
        <source>Search cards</source>
        <translation>搜尋顯示卡</translation>
    </message>
    <message>
        <source>All vendors</source>
        <translation>所有廠商</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>廠商</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>所有類別</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Any memory</source>
        <translation>不限記憶體</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶體</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 以上</translation>
    </message>
    <message>
        <source>Only chosen cards</source>
        <translation>只列出已選的</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>顯示卡</translation>
    </message>
    <message>
        <source>No card matches these filters.</source>
        <translation>沒有顯示卡符合這些篩選條件。</translation>
    </message>
    <message>
        <source>No card matches “%1” and these filters.</source>
        <translation>沒有顯示卡符合「%1」與這些篩選條件。</translation>
    </message>
    <message>
        <source>Without a card</source>
        <translation>不用顯示卡</translation>
    </message>
    <message>
        <source>One more bar: everything runs from system memory</source>
        <translation>多一條長條：全部在系統記憶體中執行</translation>
    </message>
    <message>
        <source>Show all cards</source>
        <translation>顯示所有顯示卡</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) in the machine</source>
        <translation>
            <numerusform>電腦裡有 %n 張顯示卡</numerusform>
        </translation>
    </message>
    <message>
        <source>Cards of my machine</source>
        <translation>我的電腦的顯示卡</translation>
    </message>
    <message>
        <source>My machine</source>
        <translation>我的電腦</translation>
    </message>
    <message>
        <source>One more bar: all cards of your own machine together</source>
        <translation>多一條長條：自己電腦的所有顯示卡合在一起</translation>
    </message>
</context>
<context>
    <name>vram::ui::GpuTable</name>
    <message>
        <source>Card</source>
        <translation>顯示卡</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>張數</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶體</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>廠商</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Cards in one machine, 1 to %1. Several figures such as “1, 2, 4” give several bars.</source>
        <translation>同一部電腦裡的張數，1 到 %1。輸入多個數字（如「1, 2, 4」）會產生多條長條。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>screen reader: a table cell with its column</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <extracomment>screen reader: a card that is compared</extracomment>
        <translation>%1，已選擇</translation>
    </message>
</context>
<context>
    <name>vram::ui::GuideDialog</name>
    <message>
        <source>Guide</source>
        <translation>使用導覽</translation>
    </message>
    <message>
        <source>Sections of the guide</source>
        <translation>導覽的章節</translation>
    </message>
    <message>
        <source>Text of the guide</source>
        <translation>導覽的內容</translation>
    </message>
    <message>
        <source>Drag to change the widths</source>
        <translation>拖曳以調整寬度</translation>
    </message>
    <message>
        <source>Border between sections and text</source>
        <translation>章節與內文之間的分隔線</translation>
    </message>
</context>
<context>
    <name>vram::ui::GuideFeature</name>
    <message>
        <source>&amp;Guide</source>
        <translation>使用導覽(&amp;G)</translation>
    </message>
</context>
<context>
    <name>vram::ui::HardwarePage</name>
    <message>
        <source>%1 in %2, %3 tokens of context, %4</source>
        <translation>%1，格式 %2，上下文 %3 token，%4</translation>
    </message>
    <message numerus="yes">
        <source>%n sequence(s)</source>
        <translation>
            <numerusform>%n 個序列</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking every GPU…</source>
        <translation>正在逐一計算每款 GPU…</translation>
    </message>
    <message>
        <source>Sto&amp;p counting</source>
        <translation>停止計算(&amp;P)</translation>
    </message>
    <message>
        <source>Count &amp;models on each GPU</source>
        <translation>計算每款 GPU 能跑的模型數(&amp;M)</translation>
    </message>
    <message>
        <source>S&amp;earch</source>
        <translation>搜尋(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Verdict</source>
        <translation>結果(&amp;V)</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>放得下</translation>
    </message>
    <message>
        <source>Fits or tight</source>
        <translation>放得下或吃緊</translation>
    </message>
    <message>
        <source>With system memory too</source>
        <translation>可借用系統記憶體</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Seve&amp;ral cards</source>
        <translation>多張卡(&amp;R)</translation>
    </message>
    <message>
        <source>Two, four and eight of a kind</source>
        <translation>同款兩張、四張與八張</translation>
    </message>
    <message>
        <source>&amp;Cloud machines</source>
        <translation>雲端執行個體(&amp;C)</translation>
    </message>
    <message>
        <source>With the system memory of the scenario: what theirs is, the catalogue does not say</source>
        <translation>以目前情境的系統記憶體計算：目錄沒有記載雲端執行個體的系統記憶體</translation>
    </message>
    <message>
        <source>GPUs found</source>
        <translation>找到的 GPU</translation>
    </message>
    <message>
        <source>Models counted</source>
        <translation>已計算的模型</translation>
    </message>
    <message>
        <source>How many models of the catalogue fit each GPU alone in a format of four bits or more; every model in every format on every GPU takes some seconds</source>
        <translation>計算目錄中有多少模型能以四位元以上的格式放進單張 GPU；每個模型的每種格式都要在每款 GPU 上算過，需要幾秒鐘</translation>
    </message>
    <message>
        <source>&amp;Add to the comparison</source>
        <translation>加入比較(&amp;A)</translation>
    </message>
</context>
<context>
    <name>vram::ui::KvList</name>
    <message>
        <source>%1 (the model&apos;s own type)</source>
        <translation>%1（與模型相同）</translation>
    </message>
    <message>
        <source>%1 (%2 bits)</source>
        <translation>%1（%2 位元）</translation>
    </message>
</context>
<context>
    <name>vram::ui::LayerChart</name>
    <message>
        <source>Memory by layers on the GPU</source>
        <translation>記憶體隨 GPU 層數的變化</translation>
    </message>
</context>
<context>
    <name>vram::ui::LayersRow</name>
    <message>
        <source>auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>automatic, %1</source>
        <translation>自動，%1</translation>
    </message>
    <message>
        <source>“%1” is no number of layers. Type a whole number from 0 to %2, or auto.</source>
        <translation>「%1」不是層數。請輸入 0 到 %2 的整數，或「自動」。</translation>
    </message>
    <message>
        <source>GPU layers</source>
        <translation>GPU 層數</translation>
    </message>
    <message>
        <source>Layers on the card, the output layer among them (-ngl); the others lie in RAM and are computed by the processor. “auto” takes as many as leave the safety margin free.</source>
        <translation>放在卡上的層數，包含輸出層（-ngl）；其餘的在系統記憶體，由處理器計算。「自動」會取在保留安全餘裕之下最多的層數。</translation>
    </message>
</context>
<context>
    <name>vram::ui::LineChart</name>
    <message>
        <source>Memory need as lines</source>
        <translation>以曲線顯示記憶體需求</translation>
    </message>
</context>
<context>
    <name>vram::ui::LineView</name>
    <message>
        <source>Sequence length</source>
        <translation>序列長度</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文長度</translation>
    </message>
    <message>
        <source>The need over the tokens of one sequence</source>
        <translation>需求隨單一序列 token 數的變化</translation>
    </message>
    <message>
        <source>Micro-batch</source>
        <translation>微批次</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>同時序列數</translation>
    </message>
    <message>
        <source>The need over the sequences at once</source>
        <translation>需求隨同時序列數的變化</translation>
    </message>
    <message>
        <source>Over: %1</source>
        <extracomment>screen reader: the switch of what the lines are drawn over; %1 is the text of one half</extracomment>
        <translation>橫軸：%1</translation>
    </message>
    <message>
        <source>Figures of the lines</source>
        <translation>曲線的數值</translation>
    </message>
</context>
<context>
    <name>vram::ui::LoadPage</name>
    <message>
        <source>The model was made for %1 tokens at most</source>
        <translation>這個模型最多只支援 %1 個 token</translation>
    </message>
    <message>
        <source>A number of tokens, such as 8192 or 32k</source>
        <translation>請輸入 token 數，例如 8192 或 32k</translation>
    </message>
    <message>
        <source>Sequence &amp;length</source>
        <translation>序列長度(&amp;L)</translation>
    </message>
    <message>
        <source>Tokens of one training sequence</source>
        <translation>一條訓練序列的 token 數</translation>
    </message>
    <message>
        <source>M&amp;icro-batch</source>
        <translation>微批次(&amp;I)</translation>
    </message>
    <message>
        <source>Sequences of one forward and backward pass on one card</source>
        <translation>一張卡上一次前向與反向計算的序列數</translation>
    </message>
    <message>
        <source>A whole number, 1 or more</source>
        <translation>請輸入 1 以上的整數</translation>
    </message>
    <message>
        <source>&amp;Context</source>
        <translation>上下文(&amp;C)</translation>
    </message>
    <message>
        <source>Tokens that one conversation can hold: 8192, 32k</source>
        <translation>一段對話容得下的 token 數：8192、32k</translation>
    </message>
    <message>
        <source>At the same &amp;time</source>
        <translation>同時請求數(&amp;T)</translation>
    </message>
    <message>
        <source>Conversations that are answered at the same time</source>
        <translation>同時回應的對話數</translation>
    </message>
    <message>
        <source>How much does it have to hold, and how fast must it be?</source>
        <translation>要容納多少內容？要多快？</translation>
    </message>
    <message>
        <source>Tokens a &amp;second, at least</source>
        <translation>每秒至少幾個 token(&amp;S)</translation>
    </message>
    <message>
        <source>For each user, while an answer is written</source>
        <translation>每位使用者在生成回答時的速度</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>A number above 0, or nothing</source>
        <translation>請輸入大於 0 的數字；留空表示不限</translation>
    </message>
    <message>
        <source>&amp;Wait for the first token, at most</source>
        <translation>首個 token 最多等幾秒(&amp;W)</translation>
    </message>
    <message>
        <source>Seconds until an answer begins</source>
        <translation>開始回答之前的秒數</translation>
    </message>
    <message>
        <source>A number of seconds above 0, or nothing</source>
        <translation>請輸入大於 0 的秒數；留空表示不限</translation>
    </message>
    <message>
        <source>Safety &amp;margin (%)</source>
        <translation>安全餘裕（%）(&amp;M)</translation>
    </message>
    <message>
        <source>Share of the usable memory that stays free</source>
        <translation>可用記憶體當中保留不用的比例</translation>
    </message>
    <message>
        <source>A share from 0 to 90 %</source>
        <translation>請輸入 0 到 90 之間的百分比</translation>
    </message>
</context>
<context>
    <name>vram::ui::MachineCards</name>
    <message>
        <source>%1 free now</source>
        <extracomment>memory of a card that no program uses at the moment</extracomment>
        <translation>目前可用 %1</translation>
    </message>
    <message>
        <source>How many of this card the machine has</source>
        <translation>電腦裡這種顯示卡的張數</translation>
    </message>
    <message>
        <source>Number of %1</source>
        <extracomment>screen reader: %1 is a card</extracomment>
        <translation>%1 的張數</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take this card out of the machine</source>
        <translation>把這張顯示卡從電腦中移除</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <extracomment>screen reader: %1 is a card</extracomment>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>None: everything runs from system memory</source>
        <translation>沒有顯示卡：全部在系統記憶體執行</translation>
    </message>
    <message>
        <source>Choose cards…</source>
        <translation>選擇顯示卡…</translation>
    </message>
    <message>
        <source>Choose the cards of the machine from the list of all</source>
        <translation>從完整清單選擇電腦裡的顯示卡</translation>
    </message>
</context>
<context>
    <name>vram::ui::MachineDialog</name>
    <message>
        <source>Looking…</source>
        <translation>偵測中…</translation>
    </message>
    <message>
        <source>Found.</source>
        <translation>偵測完成。</translation>
    </message>
    <message numerus="yes">
        <source>Found, with %n remark(s):</source>
        <translation>
            <numerusform>偵測完成，有 %n 點說明：</numerusform>
        </translation>
    </message>
    <message>
        <source>My machine</source>
        <translation>我的電腦</translation>
    </message>
    <message>
        <source>Detect this machine</source>
        <translation>偵測這部電腦</translation>
    </message>
    <message>
        <source>Ask this computer for its cards, memory and processor</source>
        <translation>查詢這部電腦的顯示卡、系統記憶體與處理器</translation>
    </message>
    <message>
        <source>Cloud instance</source>
        <translation>雲端執行個體</translation>
    </message>
    <message>
        <source>Choose one…</source>
        <translation>請選擇…</translation>
    </message>
    <message>
        <source>A machine of a cloud: takes over its cards</source>
        <translation>雲端的機器：採用它的顯示卡</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>顯示卡</translation>
    </message>
    <message>
        <source>Changes take effect at once. The machine is a row of its own, the first one.</source>
        <translation>變更會立即生效。這部電腦自成一列，排在最前面。</translation>
    </message>
</context>
<context>
    <name>vram::ui::MachineFields</name>
    <message>
        <source>System memory</source>
        <translation>系統記憶體</translation>
    </message>
    <message>
        <source>RAM of the machine, for what does not fit on the cards</source>
        <translation>電腦的系統記憶體，用來放顯示卡放不下的部分</translation>
    </message>
    <message>
        <source>System memory (GiB)</source>
        <translation>系統記憶體（GiB）</translation>
    </message>
    <message>
        <source>Memory type</source>
        <translation>記憶體類型</translation>
    </message>
    <message>
        <source>Type and data rate of the RAM; with the channels it gives the bandwidth</source>
        <translation>系統記憶體的類型與資料速率；與通道數一起決定頻寬</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不清楚</translation>
    </message>
    <message>
        <source>Memory channels</source>
        <translation>記憶體通道</translation>
    </message>
    <message>
        <source>Of 64 bits each: two in most desktops and laptops, four to twelve in workstations and servers</source>
        <translation>每個通道 64 位元：一般桌上型與筆記型電腦有兩個，工作站與伺服器有四到十二個</translation>
    </message>
    <message>
        <source>As usual: %1</source>
        <translation>一般值：%1</translation>
    </message>
    <message>
        <source>Memory bandwidth</source>
        <translation>記憶體頻寬</translation>
    </message>
    <message>
        <source>What type and channels give. A figure that is typed counts instead, until type or channels are chosen again.</source>
        <translation>由類型與通道數算出。自行輸入的數字優先，直到重新選擇類型或通道數為止。</translation>
    </message>
    <message>
        <source>Memory bandwidth (GB/s)</source>
        <translation>記憶體頻寬（GB/s）</translation>
    </message>
    <message>
        <source>PCIe</source>
        <translation>PCIe</translation>
    </message>
    <message>
        <source>Generation of the link between the cards and the rest of the machine</source>
        <translation>顯示卡與電腦其他部分之間連線的世代</translation>
    </message>
    <message>
        <source>The cards’ own</source>
        <translation>依顯示卡本身</translation>
    </message>
    <message>
        <source>PCIe generation</source>
        <translation>PCIe 世代</translation>
    </message>
    <message>
        <source>Lanes of the link</source>
        <translation>連線的通道數</translation>
    </message>
    <message>
        <source>PCIe lanes</source>
        <translation>PCIe 通道數</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <translation>處理器核心數</translation>
    </message>
    <message>
        <source>Physical cores, for the number of threads</source>
        <translation>實體核心數，用來決定執行緒數</translation>
    </message>
    <message>
        <source>Disk speed</source>
        <translation>磁碟速度</translation>
    </message>
    <message>
        <source>At which the disk with the model reads, for what system memory does not hold</source>
        <translation>存放模型的磁碟的讀取速度，用於系統記憶體放不下的部分</translation>
    </message>
    <message>
        <source>Disk speed (GB/s)</source>
        <translation>磁碟速度（GB/s）</translation>
    </message>
    <message>
        <source>Used by the desktop</source>
        <translation>桌面佔用</translation>
    </message>
    <message>
        <source>Of the first card; Preferences change it</source>
        <translation>第一張顯示卡上的量；可在偏好設定中變更</translation>
    </message>
</context>
<context>
    <name>vram::ui::MachinePage</name>
    <message>
        <source>Asking for every machine…</source>
        <translation>正在逐一試算每台機器…</translation>
    </message>
    <message>
        <source>Which hardware?</source>
        <translation>要用什麼硬體？</translation>
    </message>
    <message>
        <source>What I have</source>
        <translation>手邊已有的</translation>
    </message>
    <message>
        <source>A budget</source>
        <translation>照預算挑</translation>
    </message>
    <message>
        <source>A size of VRAM</source>
        <translation>照 VRAM 大小挑</translation>
    </message>
    <message>
        <source>My cards</source>
        <translation>我的顯示卡</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>選擇(&amp;H)…</translation>
    </message>
    <message>
        <source>Choose my cards</source>
        <translation>選擇我的顯示卡</translation>
    </message>
    <message>
        <source>System &amp;memory (GiB)</source>
        <translation>系統記憶體（GiB）(&amp;M)</translation>
    </message>
    <message>
        <source>RAM of this machine</source>
        <translation>這台機器的系統記憶體</translation>
    </message>
    <message>
        <source>A number of GiB</source>
        <translation>請輸入 GiB 數</translation>
    </message>
    <message>
        <source>&amp;Price, at most (US$)</source>
        <translation>價格上限（美元）(&amp;P)</translation>
    </message>
    <message>
        <source>Launch prices of all cards together: $1500, 1.5k</source>
        <translation>所有顯示卡上市價的總和：$1500、1.5k</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>An amount in US dollars, such as 1500, or nothing</source>
        <translation>請輸入美元金額，例如 1500；留空表示不限</translation>
    </message>
    <message>
        <source>Po&amp;wer, at most (W)</source>
        <translation>功耗上限（W）(&amp;W)</translation>
    </message>
    <message>
        <source>Of all cards together, as their makers state it</source>
        <translation>所有顯示卡合計，以廠商公布的數字為準</translation>
    </message>
    <message>
        <source>A number of watts, or nothing</source>
        <translation>請輸入瓦數；留空表示不限</translation>
    </message>
    <message>
        <source>C&amp;ards, at most</source>
        <translation>最多幾張顯示卡(&amp;A)</translation>
    </message>
    <message>
        <source>Of one kind in one machine</source>
        <translation>同一台機器裡同型號的張數</translation>
    </message>
    <message>
        <source>A number from 1 to 8</source>
        <translation>請輸入 1 到 8</translation>
    </message>
    <message>
        <source>&amp;VRAM of a card</source>
        <translation>每張卡的 VRAM(&amp;V)</translation>
    </message>
    <message>
        <source>VRAM of a card</source>
        <translation>每張卡的 VRAM</translation>
    </message>
    <message>
        <source>Hardware that was asked about</source>
        <translation>試算過的硬體</translation>
    </message>
</context>
<context>
    <name>vram::ui::MainMenu</name>
    <message>
        <source>Follow the &amp;system</source>
        <translation>跟隨系統(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>淺色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Gi&amp;B (1,073,741,824 bytes)</source>
        <translation>Gi&amp;B（1,073,741,824 位元組）</translation>
    </message>
    <message>
        <source>&amp;GB (1,000,000,000 bytes)</source>
        <translation>&amp;GB（1,000,000,000 位元組）</translation>
    </message>
    <message>
        <source>&amp;Bytes on a common axis</source>
        <translation>共同座標軸上的容量(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Share of each card</source>
        <translation>占各卡的比例(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>開啟(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>儲存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存新檔(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Export chart as PNG</source>
        <translation>將圖表匯出為 PNG(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;%1× size…</source>
        <translation>%1 倍大小(&amp;%1)…</translation>
    </message>
    <message>
        <source>&amp;Copy chart</source>
        <translation>複製圖表(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>結束(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>佈景主題(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Unit of memory</source>
        <translation>記憶體單位(&amp;U)</translation>
    </message>
    <message>
        <source>S&amp;cale of the bars</source>
        <translation>長條的刻度(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About VRAM Sizer</source>
        <translation>關於顯示記憶體估算器(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Bars</source>
        <translation>長條圖(&amp;B)</translation>
    </message>
    <message>
        <source>T&amp;able</source>
        <translation>表格(&amp;A)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近使用的檔案(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>清除這份清單(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>復原(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;set</source>
        <translation>重設(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>偏好設定(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Why?</source>
        <translation>為什麼？(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>鍵盤快速鍵(&amp;K)</translation>
    </message>
    <message>
        <source>Choose car&amp;ds…</source>
        <translation>選擇顯示卡(&amp;D)…</translation>
    </message>
    <message>
        <source>C&amp;olumns of the table</source>
        <translation>表格的欄位(&amp;O)</translation>
    </message>
    <message>
        <source>Show a&amp;ll rows</source>
        <translation>顯示所有列(&amp;L)</translation>
    </message>
    <message>
        <source>Open &amp;model file…</source>
        <translation>開啟模型檔案(&amp;M)…</translation>
    </message>
    <message>
        <source>Open from &amp;Hugging Face or ModelScope…</source>
        <translation>從 Hugging Face 或 ModelScope 開啟(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;My machine…</source>
        <translation>我的電腦(&amp;M)…</translation>
    </message>
    <message>
        <source>How to &amp;run it</source>
        <translation>如何執行(&amp;R)</translation>
    </message>
    <message>
        <source>E&amp;xplore</source>
        <translation>探索(&amp;X)</translation>
    </message>
    <message>
        <source>L&amp;ines</source>
        <translation>曲線圖(&amp;I)</translation>
    </message>
    <message>
        <source>Paste &amp;model, scenario or link</source>
        <translation>貼上模型、情境或連結(&amp;M)</translation>
    </message>
</context>
<context>
    <name>vram::ui::MainWindow</name>
    <message>
        <source>VRAM Sizer</source>
        <translation>顯示記憶體估算器</translation>
    </message>
    <message>
        <source>%1[*] – VRAM Sizer</source>
        <translation>%1[*] – 顯示記憶體估算器</translation>
    </message>
    <message>
        <source>Drag to change the widths</source>
        <translation>拖曳以調整寬度</translation>
    </message>
    <message>
        <source>Border between panel and comparison</source>
        <translation>面板與比較之間的分隔線</translation>
    </message>
</context>
<context>
    <name>vram::ui::MemoryBar</name>
    <message>
        <source>with margin %1</source>
        <translation>含餘裕 %1</translation>
    </message>
</context>
<context>
    <name>vram::ui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>關閉這則訊息</translation>
    </message>
</context>
<context>
    <name>vram::ui::ModelActions</name>
    <message>
        <source>%1 is being read …</source>
        <translation>正在讀取 %1……</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>開啟模型</translation>
    </message>
    <message>
        <source>Models (*.gguf *.safetensors *.json);;All files (*)</source>
        <translation>模型 (*.gguf *.safetensors *.json);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>The runtime is now %1, which can load %2.</source>
        <translation>推論框架已改為 %1，它可以載入 %2。</translation>
    </message>
    <message>
        <source>%1 is a vision projector: it is counted beside the model (Advanced).</source>
        <translation>%1 是視覺投影檔，已計入模型之外的部分（進階）。</translation>
    </message>
    <message>
        <source>%1 is a LoRA adapter of rank %2: it is counted beside the model (Advanced).</source>
        <translation>%1 是秩為 %2 的 LoRA 轉接器，已計入模型之外的部分（進階）。</translation>
    </message>
    <message>
        <source>%1 was not opened. %2</source>
        <translation>未開啟 %1。%2</translation>
    </message>
    <message>
        <source>The clipboard holds neither a scenario nor a model. Copy a link, the text of a scenario or of a config.json, or a model&apos;s file, and paste again.</source>
        <translation>剪貼簿裡沒有情境也沒有模型。請複製連結、情境或 config.json 的文字，或模型檔案，再貼上一次。</translation>
    </message>
    <message>
        <source>The scenario was not opened. %1</source>
        <translation>情境沒有開啟。%1</translation>
    </message>
    <message>
        <source>The scenario of the link or text is open. Undo brings yours back.</source>
        <translation>已開啟連結或文字中的情境；按「復原」可回到原本的情境。</translation>
    </message>
</context>
<context>
    <name>vram::ui::ModelPicker</name>
    <message>
        <source>Search models</source>
        <translation>搜尋模型</translation>
    </message>
    <message>
        <source>The model. Type words of its name, size or family, such as “qwen 14b”.</source>
        <translation>模型。輸入名稱、規模或系列的字詞來搜尋，例如「qwen 14b」。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>vram::ui::ModelSection</name>
    <message>
        <source>No model has “%1” in its name.</source>
        <translation>沒有名稱含「%1」的模型。</translation>
    </message>
    <message>
        <source>%1 active per token</source>
        <translation>每個 token 啟用 %1 參數</translation>
    </message>
    <message>
        <source>Generic model: a typical layout of this size</source>
        <translation>泛用模型：採用此規模的典型結構</translation>
    </message>
    <message>
        <source>Parameters of the model, such as 7b or 70 B. Moving the slider leaves the chosen model for a generic one of that size.</source>
        <translation>模型的參數量，例如 7b 或 70 B。移動滑桿會離開所選的模型，改用該規模的泛用模型。</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>規模(&amp;S)</translation>
    </message>
    <message>
        <source>Use %1 as the size</source>
        <translation>以 %1 作為模型規模</translation>
    </message>
    <message>
        <source>A generic model of this size; Enter does the same</source>
        <translation>這個規模的通用模型；按 Enter 也可以</translation>
    </message>
    <message>
        <source>Show all models</source>
        <translation>顯示所有模型</translation>
    </message>
    <message>
        <source>Clears the search; Escape goes back to the model in use</source>
        <translation>清除搜尋；按 Esc 回到目前的模型</translation>
    </message>
    <message>
        <source>From a file: %1</source>
        <translation>來自檔案：%1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Generic, not %1</source>
        <translation>已由 %1 改為泛用模型</translation>
    </message>
</context>
<context>
    <name>vram::ui::ModelsPage</name>
    <message>
        <source>no GPU</source>
        <translation>沒有 GPU</translation>
    </message>
    <message>
        <source>My machine: %1</source>
        <translation>我的電腦：%1</translation>
    </message>
    <message>
        <source>Chosen row: %1</source>
        <translation>選取的列：%1</translation>
    </message>
    <message>
        <source>Another GPU</source>
        <translation>其他 GPU</translation>
    </message>
    <message>
        <source>Mac&amp;hine</source>
        <translation>電腦(&amp;H)</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>顯示卡</translation>
    </message>
    <message>
        <source>Number of GPUs</source>
        <translation>GPU 數量</translation>
    </message>
    <message>
        <source>Models found</source>
        <translation>找到的模型</translation>
    </message>
    <message>
        <source>&amp;Use this model</source>
        <translation>使用這個模型(&amp;U)</translation>
    </message>
    <message>
        <source>Takes model and format into the scenario</source>
        <translation>把模型與格式帶入目前情境</translation>
    </message>
    <message>
        <source>Asking every model in every format…</source>
        <translation>正在計算每個模型的每種格式…</translation>
    </message>
</context>
<context>
    <name>vram::ui::OfferBar</name>
    <message>
        <source>More…</source>
        <translation>更多…</translation>
    </message>
    <message>
        <source>All that can be done, with what it saves and the verdict afterwards</source>
        <translation>所有可行的做法、各省多少記憶體，以及之後的判定</translation>
    </message>
    <message>
        <source>The smallest change after which everything fits</source>
        <translation>改動最小就能全部放下的做法</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>what an offer does, and the verdict afterwards: &quot;KV cache in q8_0 (−9.0 GiB): Fits · 52 tok/s&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>More room:</source>
        <extracomment>before buttons for ways out: &quot;Try: [KV cache in q8_0] [Choose cards…]&quot;</extracomment>
        <translation>想更寬裕：</translation>
    </message>
    <message>
        <source>Try:</source>
        <translation>可試試：</translation>
    </message>
    <message>
        <source>%1 – smallest change</source>
        <extracomment>an offer and that it is the smallest change</extracomment>
        <translation>%1 – 改動最小</translation>
    </message>
</context>
<context>
    <name>vram::ui::PlacementOptions</name>
    <message>
        <source>“%1” is no number of layers. Type a whole number from %2 to %3.</source>
        <translation>「%1」不是層數。請輸入 %2 到 %3 的整數。</translation>
    </message>
    <message>
        <source>“%1” is no list of shares. Type a number for each card, such as 3,1, or nothing.</source>
        <translation>「%1」不是份額。請為每張卡輸入一個數字，例如 3,1，或留空。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a card by its number, as the runtime counts them, and its name</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>All usable</source>
        <translation>全部可用的</translation>
    </message>
    <message>
        <source>VRAM to use at most on every card (GiB)</source>
        <translation>每張卡最多使用的 VRAM（GiB）</translation>
    </message>
    <message>
        <source>On</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>By usable memory</source>
        <translation>依可用記憶體</translation>
    </message>
</context>
<context>
    <name>vram::ui::PlacementSection</name>
    <message>
        <source>Placeme&amp;nt</source>
        <translation>放置位置(&amp;N)</translation>
    </message>
    <message>
        <source>Layers on the GPU and in RAM, a limit of VRAM, experts, several cards</source>
        <translation>GPU 與系統記憶體中的層、VRAM 上限、專家、多張卡</translation>
    </message>
    <message>
        <source>As many as fit</source>
        <translation>放得下多少就放多少</translation>
    </message>
    <message>
        <source>As many layers on the card as leave the safety margin free</source>
        <translation>在保留安全餘裕之下，卡上盡量多放</translation>
    </message>
    <message>
        <source>GPU layers: as many as fit</source>
        <translation>GPU 層數：放得下多少就放多少</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>系統記憶體</translation>
    </message>
    <message>
        <source>Nothing to choose with one card. Add a machine with several cards, such as 2×, to share the model out among them.</source>
        <translation>只有一張卡時沒有可選的。加入有多張卡的機器（例如 2×），就能把模型分給各卡。</translation>
    </message>
</context>
<context>
    <name>vram::ui::QualityPage</name>
    <message>
        <source>Training decides it: QLoRA works over weights of 4 bits, LoRA and full training over weights of 16 bits.</source>
        <translation>訓練方式已經決定了：QLoRA 用 4 位元權重，LoRA 和全參數訓練用 16 位元權重。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>可以</translation>
    </message>
    <message>
        <source>no</source>
        <translation>不行</translation>
    </message>
    <message>
        <source>How good must the weights be?</source>
        <translation>權重要有多好的品質？</translation>
    </message>
    <message>
        <source>Formats of the weights</source>
        <translation>權重的格式</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Bits a parameter</source>
        <translation>每參數位元數</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>Good enough</source>
        <translation>品質夠嗎</translation>
    </message>
</context>
<context>
    <name>vram::ui::RepositoryDialog</name>
    <message>
        <source>Asking for the files of %1…</source>
        <translation>正在取得 %1 的檔案清單…</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) in %1, as it was when it was read before: the host cannot be reached.</source>
        <translation>
            <numerusform>%1 中有 %n 個模型，這是上次讀取時的內容：目前連不上主機。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) in %1</source>
        <translation>
            <numerusform>%1 中有 %n 個模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the header of %1…</source>
        <translation>正在讀取 %1 的檔頭…</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>what is being done, and how many bytes have come</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Open from Hugging Face or ModelScope</source>
        <translation>從 Hugging Face 或 ModelScope 開啟</translation>
    </message>
    <message>
        <source>&amp;Repository</source>
        <translation>儲存庫(&amp;R)</translation>
    </message>
    <message>
        <source>Address of its page, or hf:organisation/name, ms:organisation/name</source>
        <translation>頁面網址，或 hf:組織/名稱、ms:組織/名稱</translation>
    </message>
    <message>
        <source>Paste the address of a model&apos;s page or file, or write hf:organisation/name, with :file or :Q4_K_M behind it for one of its models</source>
        <translation>貼上模型頁面或檔案的網址，或輸入 hf:組織/名稱；後面加上 :檔名 或 :Q4_K_M 可指明其中一個模型</translation>
    </message>
    <message>
        <source>&amp;Show models</source>
        <translation>列出模型(&amp;S)</translation>
    </message>
    <message>
        <source>Only the list of files and the header of the chosen model are read, never its weights.</source>
        <translation>只讀取檔案清單和所選模型的檔頭，絕不下載權重。</translation>
    </message>
    <message>
        <source>Models of the repository</source>
        <translation>儲存庫中的模型</translation>
    </message>
    <message>
        <source>Waiting for the repository</source>
        <translation>正在等候儲存庫</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Use this model</source>
        <translation>使用這個模型(&amp;U)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>vram::ui::RowTable</name>
    <message>
        <source>Columns</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>預設欄位</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>複製列</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>為什麼？</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全選</translation>
    </message>
    <message>
        <source>Compared rows as a table</source>
        <translation>以表格比較的各列</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>複製儲存格</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>複製整個表格</translation>
    </message>
</context>
<context>
    <name>vram::ui::RulesDialog</name>
    <message>
        <source>Asking the questions behind the rules…</source>
        <translation>正在計算各法則背後的問題…</translation>
    </message>
    <message>
        <source>What articles say, and what this program computes for the same question. Where they disagree, the reason is computed too: the figure that there would be without it. Open a row to ask its question in the window.</source>
        <translation>文章的說法，與本程式對同一問題的計算結果並列。兩者不符時，原因也是算出來的：括號內是去掉該因素後的數字。開啟一列，即可在主視窗中提出該問題。</translation>
    </message>
    <message>
        <source>Rules of thumb</source>
        <translation>經驗法則</translation>
    </message>
    <message>
        <source>Tables of rules</source>
        <translation>法則的各個表格</translation>
    </message>
    <message>
        <source>Rules beside this program’s figures</source>
        <translation>法則與本程式數字對照</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>複製所選列</translation>
    </message>
    <message>
        <source>&amp;Open as a scenario</source>
        <translation>開啟為情境(&amp;O)</translation>
    </message>
    <message>
        <source>Ask the question of the chosen row in the window; Undo brings yours back</source>
        <translation>在主視窗中提出所選列的問題；「復原」可回到您原來的問題</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>複製所選列(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>vram::ui::RulesFeature</name>
    <message>
        <source>&amp;Rules of thumb…</source>
        <translation>經驗法則(&amp;R)…</translation>
    </message>
</context>
<context>
    <name>vram::ui::RulesTable</name>
    <message>
        <source>%1, %2, %3, %4</source>
        <extracomment>screen reader, a row of a table of rules: what it is of, what articles say, what this program says, how they agree</extracomment>
        <translation>%1，%2，%3，%4</translation>
    </message>
</context>
<context>
    <name>vram::ui::RunDrawer</name>
    <message>
        <source>How to run it · %1</source>
        <extracomment>title of the drawer with commands; the row</extracomment>
        <translation>如何執行 · %1</translation>
    </message>
    <message>
        <source>How to run it</source>
        <translation>如何執行</translation>
    </message>
    <message>
        <source>No row is chosen.</source>
        <translation>尚未選擇任何一列。</translation>
    </message>
    <message>
        <source>It does not fit, so there is nothing to start. The verdict offers ways out.</source>
        <translation>放不下，所以沒有可以啟動的指令。上方的結果列出了可行的辦法。</translation>
    </message>
    <message>
        <source>Why?</source>
        <extracomment>button: from the commands to the explanation of the figures</extracomment>
        <translation>為什麼？</translation>
    </message>
    <message>
        <source>Where the figures come from</source>
        <translation>這些數字從哪裡來</translation>
    </message>
    <message>
        <source>Close the commands</source>
        <translation>關閉指令</translation>
    </message>
    <message>
        <source>What I aim at</source>
        <translation>我的目標</translation>
    </message>
    <message>
        <source>Check it on the machine</source>
        <translation>在機器上核對</translation>
    </message>
    <message>
        <source>What I saw</source>
        <translation>我看到的</translation>
    </message>
</context>
<context>
    <name>vram::ui::RuntimeOptions</name>
    <message>
        <source>Runtime&apos;s own</source>
        <translation>框架預設</translation>
    </message>
    <message>
        <source>On</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>vram::ui::RuntimeRow</name>
    <message>
        <source>Runtime</source>
        <translation>推論框架</translation>
    </message>
    <message>
        <source>The program that runs the model. It decides which weight formats and KV types there are and what it allocates besides.</source>
        <translation>執行模型的程式，決定有哪些權重格式與 KV 型別可用，以及額外占用多少記憶體。</translation>
    </message>
    <message>
        <source>&amp;Runtime</source>
        <translation>推論框架(&amp;R)</translation>
    </message>
    <message>
        <source>F&amp;ramework</source>
        <translation>框架(&amp;R)</translation>
    </message>
    <message>
        <source>The program that trains the model. It decides what is kept in which precision, how the loss is computed and what checkpointing means.</source>
        <translation>訓練模型的程式。它決定什麼以何種精度保存、損失如何計算，以及檢查點的意義。</translation>
    </message>
    <message>
        <source>Framework</source>
        <translation>框架</translation>
    </message>
    <message>
        <source>Moved with the task: %1 to %2</source>
        <translation>隨任務改變：%1 改為 %2</translation>
    </message>
</context>
<context>
    <name>vram::ui::ScenarioPanel</name>
    <message>
        <source>Back to the default of %1, which has no such type</source>
        <translation>%1 沒有這種型別，已改回它的預設值</translation>
    </message>
    <message>
        <source>Sequences processed at the same time, each with the whole context</source>
        <translation>同時處理的序列數，每個序列各有完整的上下文</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV 快取</translation>
    </message>
    <message>
        <source>Type in which keys and values of earlier tokens are kept; separately under Advanced</source>
        <translation>儲存先前 token 的鍵與值所用的型別，可在「進階」中分別設定</translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation>批次大小(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;KV cache</source>
        <translation>KV 快取(&amp;K)</translation>
    </message>
    <message>
        <source>Micro-&amp;batch</source>
        <translation>微批次(&amp;B)</translation>
    </message>
    <message>
        <source>Sequences of one forward and backward pass on one card</source>
        <translation>一張卡上一次前向與反向計算的序列數</translation>
    </message>
</context>
<context>
    <name>vram::ui::ScenarioPicker</name>
    <message>
        <source>Add scenario files</source>
        <translation>加入情境檔</translation>
    </message>
    <message>
        <source>Scenarios (*.vram.json *.json);;All files (*)</source>
        <translation>情境檔 (*.vram.json *.json);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>&amp;Keep this scenario as a row</source>
        <translation>將目前情境留作一列(&amp;K)</translation>
    </message>
    <message>
        <source>The question as it is now, under a name that you can change</source>
        <translation>保留目前的問題，名稱可以自訂</translation>
    </message>
    <message>
        <source>&amp;Add scenario files…</source>
        <translation>加入情境檔(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重新命名(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
</context>
<context>
    <name>vram::ui::SeenEditor</name>
    <message>
        <source>VRAM</source>
        <translation>顯示記憶體</translation>
    </message>
    <message>
        <source>What the program takes of all cards together</source>
        <translation>程式在所有顯示卡上合計占用的量</translation>
    </message>
    <message>
        <source>VRAM that I saw (MiB)</source>
        <translation>我看到的 VRAM（MiB）</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>系統記憶體</translation>
    </message>
    <message>
        <source>What the program takes of the system memory</source>
        <translation>程式占用的系統記憶體</translation>
    </message>
    <message>
        <source>RAM that I saw (MiB)</source>
        <translation>我看到的系統記憶體（MiB）</translation>
    </message>
    <message>
        <source>Decode</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Speed of generating for one user</source>
        <translation>單一使用者的生成速度</translation>
    </message>
    <message>
        <source>Decode speed that I saw (tokens per second)</source>
        <translation>我看到的生成速度（每秒 token 數）</translation>
    </message>
    <message>
        <source>Prefill</source>
        <translation>提示處理</translation>
    </message>
    <message>
        <source>Speed of reading the prompt</source>
        <translation>處理提示的速度</translation>
    </message>
    <message>
        <source>Prefill speed that I saw (tokens per second)</source>
        <translation>我看到的提示處理速度（每秒 token 數）</translation>
    </message>
    <message>
        <source>The runtime takes its share of the card in advance: compare the lines of its log.</source>
        <translation>推論框架會預先占用顯示卡的一部分：請比對它的記錄。</translation>
    </message>
    <message>
        <source>Note</source>
        <extracomment>what the user writes about what was seen</extracomment>
        <translation>備註</translation>
    </message>
    <message>
        <source>Version, driver, what else was running …</source>
        <translation>版本、驅動程式、當時還執行了什麼……</translation>
    </message>
    <message>
        <source>Note about what I saw</source>
        <translation>對所見的備註</translation>
    </message>
</context>
<context>
    <name>vram::ui::SettingsDialog</name>
    <message>
        <source>Preferences</source>
        <translation>偏好設定</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Language of the interface</source>
        <translation>介面使用的語言</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>佈景主題</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>視窗的配色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Unit of memory</source>
        <translation>記憶體單位</translation>
    </message>
    <message>
        <source>What figures of memory are shown in</source>
        <translation>顯示記憶體用量時使用的單位</translation>
    </message>
    <message>
        <source>GiB (1,073,741,824 bytes)</source>
        <translation>GiB（1,073,741,824 位元組）</translation>
    </message>
    <message>
        <source>GB (1,000,000,000 bytes)</source>
        <translation>GB（1,000,000,000 位元組）</translation>
    </message>
    <message>
        <source>Safety margin</source>
        <translation>安全餘裕</translation>
    </message>
    <message>
        <source>Share of the usable memory that should stay free. What needs more than the rest is tight.</source>
        <translation>可用記憶體中應保留不用的比例；需求超過其餘部分即為吃緊。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>What desktop, browser and other programs take of the first card</source>
        <translation>桌面、瀏覽器與其他程式佔用第一張顯示卡的記憶體</translation>
    </message>
    <message>
        <source>Used by the desktop</source>
        <translation>桌面佔用</translation>
    </message>
    <message>
        <source>Changes take effect at once.</source>
        <translation>變更會立即套用。</translation>
    </message>
    <message>
        <source>By the card: what a desktop usually takes of consumer and laptop cards, nothing of others</source>
        <translation>依顯示卡而定：消費級與筆記型電腦顯示卡扣除桌面通常佔用的量，其他顯示卡不扣除</translation>
    </message>
    <message>
        <source>Safety margin (percent)</source>
        <translation>安全餘裕（百分比）</translation>
    </message>
    <message>
        <source>Used by the desktop (MiB)</source>
        <translation>桌面佔用（MiB）</translation>
    </message>
    <message>
        <source>Animations</source>
        <translation>動畫</translation>
    </message>
    <message>
        <source>Whether messages and the explanation slide in</source>
        <translation>訊息與說明面板是否以滑入方式出現</translation>
    </message>
    <message>
        <source>On</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Segments of the bars</source>
        <translation>長條的各區段</translation>
    </message>
    <message>
        <source>Lines of another kind on each part, for readers who cannot tell the colours apart</source>
        <translation>每個部分以不同的線條標示，供不易分辨顏色的人使用</translation>
    </message>
    <message>
        <source>With patterns</source>
        <translation>加上紋路</translation>
    </message>
    <message>
        <source>Patterns on the segments of the bars</source>
        <translation>長條各區段的紋路</translation>
    </message>
    <message>
        <source>Kept of repositories</source>
        <translation>儲存庫快取</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear what is kept of repositories</source>
        <translation>清除儲存庫快取</translation>
    </message>
    <message>
        <source>Lists of files and headers of models from Hugging Face and ModelScope, kept for use without a network</source>
        <translation>保留 Hugging Face 與 ModelScope 的檔案清單和模型檔頭，供沒有網路時使用</translation>
    </message>
</context>
<context>
    <name>vram::ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>Bars and table: a page up, a page down</source>
        <translation>長條圖與表格：上一頁、下一頁</translation>
    </message>
    <message>
        <source>Bars and table: explain the row</source>
        <translation>長條圖與表格：說明這一列</translation>
    </message>
    <message>
        <source>Bars and table: another row</source>
        <translation>長條圖與表格：換一列</translation>
    </message>
    <message>
        <source>Close the explanation</source>
        <translation>關閉說明</translation>
    </message>
    <message>
        <source>Sliders and their boxes: a step</source>
        <translation>滑桿與輸入框：調整一格</translation>
    </message>
    <message>
        <source>Sliders: a large step, least and most</source>
        <translation>滑桿：大幅調整、最小與最大</translation>
    </message>
    <message>
        <source>Boxes: take what was typed, or give it up</source>
        <translation>輸入框：採用輸入內容，或放棄</translation>
    </message>
    <message>
        <source>Model: open the list</source>
        <translation>模型：開啟清單</translation>
    </message>
    <message>
        <source>Borders between parts of the window: move them</source>
        <translation>視窗各部分之間的分隔線：移動</translation>
    </message>
</context>
<context>
    <name>vram::ui::SidesDialog</name>
    <message>
        <source>Choose at least two sides.</source>
        <translation>請至少選擇兩方。</translation>
    </message>
    <message>
        <source>Choose a scenario</source>
        <translation>選擇情境檔</translation>
    </message>
    <message>
        <source>Scenarios (*.vram.json *.json);;All files (*)</source>
        <translation>情境檔 (*.vram.json *.json);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>並排比較</translation>
    </message>
    <message>
        <source>Properties of the sides</source>
        <translation>各方的屬性</translation>
    </message>
    <message>
        <source>&amp;Hide what is equal</source>
        <translation>隱藏相同的項目(&amp;H)</translation>
    </message>
    <message>
        <source>Compare these as &amp;bars</source>
        <translation>以長條圖比較這些(&amp;B)</translation>
    </message>
    <message>
        <source>Makes these machines the rows of the window</source>
        <translation>把這些電腦設為視窗中比較的項目</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>複製為文字(&amp;C)</translation>
    </message>
</context>
<context>
    <name>vram::ui::SidesFeature</name>
    <message>
        <source>&amp;Side by side…</source>
        <translation>並排比較(&amp;S)…</translation>
    </message>
</context>
<context>
    <name>vram::ui::SidesModel</name>
    <message>
        <source>%1, better</source>
        <extracomment>screen reader: a figure that is better than the others&apos;</extracomment>
        <translation>%1，較佳</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>屬性</translation>
    </message>
</context>
<context>
    <name>vram::ui::SliderRow</name>
    <message>
        <source>%1, typed value</source>
        <extracomment>screen reader: the box beside a slider, where its value can be typed; %1 is the slider&apos;s name</extracomment>
        <translation>%1，輸入數值</translation>
    </message>
</context>
<context>
    <name>vram::ui::SpeedLine</name>
    <message>
        <source>How to run it</source>
        <extracomment>button that opens the commands of the row in the verdict</extracomment>
        <translation>如何執行</translation>
    </message>
    <message>
        <source>Commands, how to check them on the machine, targets, and what you saw</source>
        <translation>指令、如何在機器上核對、目標，以及您看到的數字</translation>
    </message>
</context>
<context>
    <name>vram::ui::StepsDialog</name>
    <message>
        <source>The runtime loads no format of this model.</source>
        <translation>這個推論框架無法載入這個模型的任何格式。</translation>
    </message>
    <message>
        <source>%1: %2 of usable memory</source>
        <translation>%1：可用記憶體 %2</translation>
    </message>
    <message>
        <source>Choose step by step</source>
        <translation>逐步選擇</translation>
    </message>
    <message>
        <source>1 Task and model</source>
        <translation>1 任務與模型</translation>
    </message>
    <message>
        <source>2 Base memory</source>
        <translation>2 基本記憶體</translation>
    </message>
    <message>
        <source>3 Context and concurrency</source>
        <translation>3 上下文與併發</translation>
    </message>
    <message>
        <source>4 Hardware</source>
        <translation>4 硬體</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步驟</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open as a scenario</source>
        <translation>開啟為情境(&amp;O)</translation>
    </message>
    <message>
        <source>Takes the place of the present scenario; Undo brings that back</source>
        <translation>取代目前的情境，可以用「復原」找回來</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>vram::ui::StepsFeature</name>
    <message>
        <source>&amp;Choose step by step…</source>
        <translation>逐步選擇(&amp;C)…</translation>
    </message>
</context>
<context>
    <name>vram::ui::StepsWords</name>
    <message>
        <source>Chat at home</source>
        <translation>在家聊天</translation>
    </message>
    <message>
        <source>Long documents</source>
        <translation>長篇文件</translation>
    </message>
    <message>
        <source>Service for several users</source>
        <translation>給多人使用的服務</translation>
    </message>
    <message>
        <source>Fine-tuning: QLoRA</source>
        <translation>微調：QLoRA</translation>
    </message>
    <message>
        <source>Fine-tuning: LoRA</source>
        <translation>微調：LoRA</translation>
    </message>
    <message>
        <source>Full training</source>
        <translation>全參數訓練</translation>
    </message>
    <message>
        <source>One user, a conversation of usual length: the weights decide.</source>
        <translation>一個人、一般長度的對話：記憶體主要看權重。</translation>
    </message>
    <message>
        <source>One user, books and code bases: the KV cache grows with every token that is read.</source>
        <translation>一個人讀整本書或整個程式庫：每讀一個 token，KV 快取就多一點。</translation>
    </message>
    <message>
        <source>Several conversations at the same time, each with a KV cache of its own.</source>
        <translation>同時有好幾段對話，每一段都有自己的 KV 快取。</translation>
    </message>
    <message>
        <source>A small adapter is trained over weights of 4 bits: the least memory that trains.</source>
        <translation>在 4 位元權重上訓練小小的轉接器，是最省記憶體的訓練方式。</translation>
    </message>
    <message>
        <source>A small adapter is trained over weights of 16 bits.</source>
        <translation>在 16 位元權重上訓練小小的轉接器。</translation>
    </message>
    <message>
        <source>Every parameter is trained: gradients and optimizer states take several times the weights. Several cards share them (ZeRO-3).</source>
        <translation>訓練每一個參數：梯度和最佳化器狀態是權重的好幾倍，多張卡時由它們分攤（ZeRO-3）。</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>原始發布的精度</translation>
    </message>
    <message>
        <source>8 bits and more</source>
        <translation>8 位元以上</translation>
    </message>
    <message>
        <source>4 bits and more</source>
        <translation>4 位元以上</translation>
    </message>
    <message>
        <source>The smallest that works</source>
        <translation>能跑就好，越小越好</translation>
    </message>
    <message>
        <source>Nothing is lost; the most memory.</source>
        <translation>品質毫無損失，記憶體也用得最多。</translation>
    </message>
    <message>
        <source>Hardly to be told from the original.</source>
        <translation>和原版幾乎看不出差別。</translation>
    </message>
    <message>
        <source>What most people run at home: a little is lost, two thirds of the memory are saved.</source>
        <translation>多數人在家就用這個：品質略有損失，記憶體省下大約三分之二。</translation>
    </message>
    <message>
        <source>Below 4 bits answers get visibly worse; a smaller model is often the better choice.</source>
        <translation>低於 4 位元，回答品質會明顯變差，換小一點的模型往往更划算。</translation>
    </message>
    <message>
        <source>as published</source>
        <extracomment>weights: %1 is a format such as BF16</extracomment>
        <translation>原始精度</translation>
    </message>
    <message>
        <source>as published (%1)</source>
        <translation>原始精度（%1）</translation>
    </message>
    <message>
        <source>Fits, too slow</source>
        <translation>放得下，但太慢</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 has %2 parameters; in %3 its weights take %4.</source>
        <extracomment>model, number of parameters, weight format, memory</extracomment>
        <translation>%1 的參數量是 %2，以 %3 存放時權重佔 %4。</translation>
    </message>
    <message>
        <source>Base memory: at least %2 of weights, with %1 at %3 bits a parameter.</source>
        <extracomment>weight format, memory, bits</extracomment>
        <translation>基本記憶體：權重至少 %2（%1，平均每參數 %3 位元）。</translation>
    </message>
    <message>
        <source>With %1 tokens and %2 at the same time it needs %3 of VRAM (%4); with a margin of %5, %6 of usable memory.</source>
        <extracomment>tokens, sequences, memory with its range, margin, memory</extracomment>
        <translation>上下文 %1 個 token、同時請求數 %2，需要 %3 的 VRAM（%4）；保留 %5 餘裕，可用記憶體要有 %6。</translation>
    </message>
    <message>
        <source>No hardware lies within these limits.</source>
        <translation>這些限制之內沒有任何硬體。</translation>
    </message>
    <message>
        <source>Nothing within these limits holds it. What could give way:</source>
        <translation>這些限制之內都放不下。可以這樣讓步：</translation>
    </message>
    <message>
        <source>%1 holds it: with %2 the margin is kept and %3 stay free on the fullest card.</source>
        <extracomment>machine, weight format, memory</extracomment>
        <translation>%1 放得下：用 %2 時餘裕足夠，最滿的那張卡還剩 %3。</translation>
    </message>
    <message>
        <source>Recommended: %1 with %2. Nothing with a known price holds it; of the others it has the fewest cards and takes the least power. %3 stay free on the fullest card.</source>
        <translation>建議：%1 搭配 %2。有公開價格的都放不下；其餘選擇裡，它用的卡最少、功耗最低。最滿的那張卡還剩 %3。</translation>
    </message>
    <message>
        <source>Recommended: %1 with %2. It is the cheapest within these limits; %3 stay free on the fullest card.</source>
        <translation>建議：%1 搭配 %2。它是限制之內最便宜的，最滿的那張卡還剩 %3。</translation>
    </message>
    <message>
        <source>Recommended: %1 with %2. It is the cheapest that keeps the margin and all targets; %3 stay free on the fullest card. Cheaper ones do not, such as %4 (%5).</source>
        <extracomment>machine, weight format, memory, a cheaper machine, why not that (&quot;Tight&quot;)</extracomment>
        <translation>建議：%1 搭配 %2。在餘裕和目標都達到的選擇裡它最便宜，最滿的那張卡還剩 %3。更便宜的都不行，例如 %4（%5）。</translation>
    </message>
    <message>
        <source>%1 of %2 machines hold it: cards of the last %3 years, prices of their launch.</source>
        <extracomment>numbers of machines, number of years</extracomment>
        <translation>%2 種組合當中有 %1 種放得下；只看近 %3 年的顯示卡，價格是上市價。</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) without a published price are left out.</source>
        <translation>
            <numerusform>另有 %n 款顯示卡沒有公開價格，未列入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Lower quality (%1): %2 with %3</source>
        <extracomment>a choice of quality, machine, weight format</extracomment>
        <translation>降低品質（%1）：%2 搭配 %3</translation>
    </message>
    <message>
        <source>Shorter context (%1 tokens): %2 with %3</source>
        <translation>縮短上下文（%1 個 token）：%2 搭配 %3</translation>
    </message>
    <message>
        <source>Fewer at the same time (%1): %2 with %3</source>
        <translation>減少同時請求數（%1）：%2 搭配 %3</translation>
    </message>
    <message>
        <source>Without targets of speed (%1): %2 with %3</source>
        <translation>放寬速度目標（%1）：%2 搭配 %3</translation>
    </message>
    <message>
        <source>Another runtime (%1): %2 with %3</source>
        <translation>改用其他推論框架（%1）：%2 搭配 %3</translation>
    </message>
    <message>
        <source>Other hardware (price %1): %2 with %3</source>
        <translation>換硬體（價格 %1）：%2 搭配 %3</translation>
    </message>
</context>
<context>
    <name>vram::ui::SubjectPicker</name>
    <message>
        <source>(nothing)</source>
        <translation>（無）</translation>
    </message>
    <message>
        <source>Chosen row: %1</source>
        <extracomment>the side that is always the row that is chosen in the window; %1: its name now</extracomment>
        <translation>所選項目：%1</translation>
    </message>
    <message>
        <source>Scenario file…</source>
        <translation>情境檔…</translation>
    </message>
    <message>
        <source>Side %1</source>
        <translation>第 %1 方</translation>
    </message>
    <message>
        <source>A card, a row, the machine or a saved scenario; type to search</source>
        <translation>顯示卡、項目、我的電腦或已儲存的情境檔；輸入文字即可搜尋</translation>
    </message>
    <message>
        <source>Side %1: how many</source>
        <extracomment>screen reader: how many of the card are in the side of this number</extracomment>
        <translation>第 %1 方：數量</translation>
    </message>
    <message>
        <source>How many of this card</source>
        <translation>這張顯示卡的數量</translation>
    </message>
</context>
<context>
    <name>vram::ui::TakeAway</name>
    <message>
        <source>Export re&amp;port…</source>
        <translation>匯出報告(&amp;P)…</translation>
    </message>
    <message>
        <source>Pr&amp;int…</source>
        <translation>列印(&amp;I)…</translation>
    </message>
    <message>
        <source>Copy as &amp;link</source>
        <translation>複製為連結(&amp;L)</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>複製為文字(&amp;T)</translation>
    </message>
    <message>
        <source>Bars: copy the row</source>
        <translation>長條圖：複製該列</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>匯出報告</translation>
    </message>
    <message>
        <source>Report written to %1</source>
        <translation>報告已寫入 %1</translation>
    </message>
    <message>
        <source>Report printed</source>
        <translation>報告已送出列印</translation>
    </message>
    <message>
        <source>The report was not printed. Check the printer, or export a PDF.</source>
        <translation>報告沒有印出來。請檢查印表機，或改為匯出 PDF。</translation>
    </message>
    <message>
        <source>The scenario does not fit into a link. %1</source>
        <translation>這個情境放不進一個連結。%1</translation>
    </message>
    <message>
        <source>Link copied. It names the model’s file without its folder: whoever opens it needs the file.</source>
        <translation>已複製連結。連結只含模型的檔名，不含資料夾；開啟的人必須自己有這個檔案。</translation>
    </message>
    <message>
        <source>Link copied to the clipboard</source>
        <translation>連結已複製到剪貼簿</translation>
    </message>
    <message>
        <source>Text copied to the clipboard</source>
        <translation>文字已複製到剪貼簿</translation>
    </message>
</context>
<context>
    <name>vram::ui::TargetEditor</name>
    <message>
        <source>First token within</source>
        <translation>首個 token 不超過</translation>
    </message>
    <message>
        <source>The longest time from the prompt to the first token of the answer; – means any</source>
        <translation>從送出提示到答案第一個 token 的最長時間；– 表示不限</translation>
    </message>
    <message>
        <source>First token within (seconds)</source>
        <translation>首個 token 不超過（秒）</translation>
    </message>
    <message>
        <source>At least, per user</source>
        <translation>每位使用者至少</translation>
    </message>
    <message>
        <source>The least speed of generating for one user; – means any</source>
        <translation>單一使用者的最低生成速度；– 表示不限</translation>
    </message>
    <message>
        <source>At least, per user (tokens per second)</source>
        <translation>每位使用者至少（每秒 token 數）</translation>
    </message>
</context>
<context>
    <name>vram::ui::TaskPage</name>
    <message>
        <source>What is the model for?</source>
        <translation>模型要拿來做什麼？</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>or its &amp;size</source>
        <translation>或只給規模(&amp;S)</translation>
    </message>
    <message>
        <source>Parameters of a model that is not decided yet: 7b, 0.5B, 70 B</source>
        <translation>還沒決定用哪個模型時填參數量：7b、0.5B、70 B</translation>
    </message>
    <message>
        <source>A number of parameters, such as 7b</source>
        <translation>請輸入參數量，例如 7b</translation>
    </message>
</context>
<context>
    <name>vram::ui::TaskRow</name>
    <message>
        <source>Running the model: weights, KV cache and working memory</source>
        <translation>執行模型：權重、KV 快取與工作記憶體</translation>
    </message>
    <message>
        <source>Fine-tuning a small adapter over quantized weights: the least memory</source>
        <translation>在量化權重上微調小型轉接器：最省記憶體</translation>
    </message>
    <message>
        <source>Fine-tuning a small adapter over 16-bit weights</source>
        <translation>在 16 位元權重上微調小型轉接器</translation>
    </message>
    <message>
        <source>Training every parameter: gradients and optimizer states as large as the model, several times over</source>
        <translation>訓練全部參數：梯度與最佳化器狀態是模型的好幾倍</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任務</translation>
    </message>
</context>
<context>
    <name>vram::ui::TrainingOptions</name>
    <message>
        <source>Default: %1</source>
        <extracomment>what the framework does by itself: &quot;Default: every layer&quot;</extracomment>
        <translation>預設：%1</translation>
    </message>
</context>
<context>
    <name>vram::ui::ValuePicker</name>
    <message>
        <source>“%1” cannot be compared: numbers such as 4k, 8k, 32k.</source>
        <translation>無法比較「%1」：請輸入數字，例如 4k, 8k, 32k。</translation>
    </message>
    <message numerus="yes">
        <source>At most %n row(s).</source>
        <translation>
            <numerusform>最多 %n 列。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose at least one.</source>
        <translation>請至少選擇一項。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) chosen</source>
        <translation>
            <numerusform>已選擇 %n 列</numerusform>
        </translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>4k, 8k, 32k</source>
        <translation>例如 4k, 8k, 32k</translation>
    </message>
    <message>
        <source>Usual ones</source>
        <translation>恢復常用值</translation>
    </message>
</context>
<context>
    <name>vram::ui::VerdictBand</name>
    <message>
        <source>Verdict</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the verdict&apos;s words as a screen reader says them</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>vram::ui::VerdictChip</name>
    <message>
        <source>Show all rows again</source>
        <translation>重新顯示所有項目</translation>
    </message>
    <message>
        <source>Show only these rows</source>
        <translation>只顯示這些項目</translation>
    </message>
</context>
<context>
    <name>vram::ui::WeightsRow</name>
    <message>
        <source>%1 cannot load %2.</source>
        <translation>%1 無法載入 %2。</translation>
    </message>
    <message>
        <source>%1 bits per weight</source>
        <translation>每權重 %1 位元</translation>
    </message>
    <message>
        <source>%1, %2 bits per weight</source>
        <translation>%1，每權重 %2 位元</translation>
    </message>
    <message>
        <source>%1 cannot load %2: moved to the nearest, %3 (%4 bits per weight)</source>
        <translation>%1 無法載入 %2，已改用最接近的 %3（每權重 %4 位元）</translation>
    </message>
    <message>
        <source>Format of the weights, from the fewest bits to the most. Only formats that the runtime can load are offered; a name such as q4_k_m can be typed.</source>
        <translation>權重的格式，由少位元到多位元排列。只列出推論框架能載入的格式，也可直接輸入名稱，例如 q4_k_m。</translation>
    </message>
    <message>
        <source>&amp;Weights</source>
        <translation>權重(&amp;W)</translation>
    </message>
    <message>
        <source>Perplexity %1 against the unquantized model, measured on %2 (source: %3).</source>
        <translation>與未量化的模型相比，困惑度 %1，於 %2 測得（來源：%3）。</translation>
    </message>
    <message>
        <source>llama.cpp makes it only with an importance matrix.</source>
        <translation>llama.cpp 必須有重要性矩陣才能製作。</translation>
    </message>
    <message>
        <source>%1 bits per weight, perplexity %2</source>
        <translation>每權重 %1 位元，困惑度 %2</translation>
    </message>
    <message>
        <source>%1 bits per weight, needs an imatrix</source>
        <translation>每權重 %1 位元，須有重要性矩陣</translation>
    </message>
    <message>
        <source>As stored</source>
        <translation>檔案原樣</translation>
    </message>
    <message>
        <source>%1 as the file stores it, %2 bits per weight</source>
        <translation>檔案儲存為 %1，每權重 %2 位元</translation>
    </message>
    <message>
        <source>%1 starts from quantized weights. With %2 it is LoRA.</source>
        <translation>%1 從量化權重開始。使用 %2 就是 LoRA。</translation>
    </message>
    <message>
        <source>Moved with the task: %1 to %2 (%3 bits per weight)</source>
        <translation>隨任務改變：%1 改為 %2（每權重 %3 位元）</translation>
    </message>
</context>
<context>
    <name>vram::ui::WhyDrawer</name>
    <message>
        <source>Why?</source>
        <translation>為什麼？</translation>
    </message>
    <message>
        <source>Why? %1 · %2</source>
        <extracomment>title of the explanation: part of the memory, row</extracomment>
        <translation>為什麼？%1 · %2</translation>
    </message>
    <message>
        <source>Why? %1</source>
        <translation>為什麼？%1</translation>
    </message>
    <message>
        <source>Close the explanation</source>
        <translation>關閉說明</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>How to run it</source>
        <extracomment>button: from the explanation of the figures to the commands</extracomment>
        <translation>如何執行</translation>
    </message>
    <message>
        <source>Commands, how to check them on the machine, targets, and what you saw</source>
        <translation>指令、如何在機器上核對、目標，以及您看到的數字</translation>
    </message>
</context>
</TS>
